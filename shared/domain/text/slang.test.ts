import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWord, shortFormsIn, variantsOf } from './slang.ts';
import { SLANG } from './slang-words.ts';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const foldText = (text: string) =>
  (text.normalize('NFC').match(WORD) ?? []).map(foldWord).filter(Boolean).join(' ');

const SPELLINGS = SLANG.flatMap(({ word, spellings }) =>
  spellings.map((spelling) => [spelling, word] as const),
);

test('the list is large, every line once, every spelling one word that is not the word itself', () => {
  expect(SPELLINGS.length).toBeGreaterThanOrEqual(250);
  expect(new Set(SLANG.map(({ word }) => word)).size).toBe(SLANG.length);
  for (const [spelling, word] of SPELLINGS) {
    expect(`${word}: ${spelling}`).toMatch(/^[a-z]+( [a-z]+)*: [a-z]{2,}$/);
    expect(spelling).not.toBe(word);
  }
  for (const { spellings } of SLANG) expect(new Set(spellings).size).toBe(spellings.length);
});

test.each([
  ['Jln', 'jalan'],
  ['RUSAAAK', 'rusak'],
  ['jalan2', 'jalan'],
  ['jln2', 'jalan'],
  ['udaaah', 'sudah'],
  ['Café', 'cafe'],
  ['pju', 'penerangan jalan umum'],
  ['maaf', 'maaf'],
  ['tunggu', 'tunggu'],
  ['ktp', 'ktp'],
  ['pln', 'pln'],
  ['rt', 'rt'],
  ['kel', 'kel'],
  ['2', '2'],
  ['b2', 'b2'],
])('%s is written %s', (word, canonical) => {
  expect(foldWord(word)).toBe(canonical);
});

test('a text is folded word by word', () => {
  expect(foldText('Jln. di dpn ktr camat RUSAAAK, blm diperbaiki!!')).toBe(
    'jalan di depan kantor camat rusak belum diperbaiki',
  );
});

test('a folded text stays as it is', () => {
  const anyText = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...SPELLINGS.flat())));
  fc.assert(
    fc.property(anyText, (words) => {
      const folded = foldText(words.join(' '));
      expect(foldText(folded)).toBe(folded);
    }),
    { numRuns: 1_000 },
  );
});

test('a word and each of its spellings give each other, unless the spelling has several meanings', () => {
  for (const [spelling, word] of SPELLINGS) {
    expect(variantsOf(spelling)).toContain(word);
    expect(variantsOf(word)).toContain(spelling);
  }
  expect(variantsOf('jl')).toEqual(expect.arrayContaining(['jl', 'jalan', 'jln']));
});

test('of a spelling with several meanings each is sought, but not what else is written for them', () => {
  expect(variantsOf('kel')).toEqual(['kel', 'kelurahan', 'keluarga', 'kelompok']);
  expect(variantsOf('kelurahan')).not.toContain('keluarga');
});

test('a word that is in no list is its only variant', () => {
  expect(variantsOf('Jembatan2')).toContain('jembatan');
  expect(variantsOf('Kuda')).toEqual(['kuda']);
});

test('the short form of a term of several words is known from its words', () => {
  expect(shortFormsIn(['lampu', 'penerangan', 'jalan', 'umum'])).toEqual([
    { at: 1, length: 3, spellings: ['pju', 'lpju'] },
  ]);
  expect(shortFormsIn(['jalan', 'penerangan', 'umum'])).toEqual([]);
});
