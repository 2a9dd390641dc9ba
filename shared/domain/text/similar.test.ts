import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf, type Subject } from './likeness.ts';
import { compare, SIMILAR_FROM } from './similar.ts';

const POTHOLE: Subject = {
  title: 'Jalan Berlubang Di Simpang Tiga',
  text: 'Yth Bapak, jalan Cemara berlubang besar dekat masjid Taqwa, sudah banyak pengendara jatuh',
  district: 'Lubuk Melati',
  village: 'Sei Kuning',
  at: '2026-09-07T02:00:00Z',
  categoryPath: ['Infrastruktur', 'Jalan'],
};
const subject = (changes: Partial<Subject>): Subject => ({ ...POTHOLE, ...changes });
/** Every word says as much, but for the one that they all have. */
const compared = (a: Subject, b: Subject) =>
  compare(likenessOf(a), likenessOf(b), (word) => (word === 'jalan' ? 0.1 : 0.5));
const similar = (b: Subject, a = POTHOLE) => compared(a, b).score >= SIMILAR_FROM;

const IN_OTHER_WORDS = subject({
  title: 'Jln Berlubang Parah',
  text: 'tlg pak jln cemara berlobang dkt mesjid taqwa, pengendra motor byk yg jatuh',
  at: '2026-09-10T09:00:00Z',
});

test('the same thing in other words, with short forms and mistypings, is similar', () => {
  const { score, reasons } = compared(POTHOLE, IN_OTHER_WORDS);
  expect(score).toBeGreaterThan(SIMILAR_FROM);
  expect(reasons).toEqual({
    words: ['jalan berlubang', 'cemara', 'masjid taqwa'],
    place: 'village',
    daysApart: 3,
    sameCategory: true,
  });
});

test.each([
  [
    'another matter at the same place',
    subject({
      title: 'Sampah Menumpuk',
      text: 'sampah di jalan Cemara bau sekali',
      categoryPath: ['Lingkungan', 'Sampah'],
    }),
  ],
  ['the same matter in another village', subject({ ...IN_OTHER_WORDS, village: 'Tanjung Baru' })],
  [
    'the same matter in a village of that name in another district',
    subject({ ...IN_OTHER_WORDS, district: 'Percut Rambung' }),
  ],
  ['the same a year before', subject({ at: '2025-09-07T02:00:00Z' })],
  [
    'the same matter in another street of the village',
    subject({ ...IN_OTHER_WORDS, text: 'tlg pak jln sudirman rusak, kami tunggu' }),
  ],
])('%s is no similar complaint', (_, other) => {
  expect(similar(IN_OTHER_WORDS)).toBe(true);
  expect(similar(other)).toBe(false);
});

test('a place that one of them leaves out is found in its text', () => {
  const nowhere = { district: null, village: null };
  const unsaid = subject({ ...IN_OTHER_WORDS, ...nowhere });
  expect(compared(POTHOLE, unsaid).reasons.place).toBe(null);
  const said = { ...unsaid, text: `${unsaid.text} di sei kuning` };
  expect(compared(POTHOLE, said).reasons.place).toBe('village');
  expect(compared(POTHOLE, said).score).toBeGreaterThan(compared(POTHOLE, unsaid).score);
  // Neither has the field, both say it.
  const both = subject({ ...nowhere, text: `${POTHOLE.text} desa Sei Kuning` });
  expect(compared(both, said).reasons.place).toBe('village');
});

test('"Desa Sei Kuning" and "SEI KUNING" are one village', () => {
  expect(
    similar(subject({ ...IN_OTHER_WORDS, village: 'Desa SEI KUNING', district: 'Kec. Lubuk Melati' })),
  ).toBe(true);
});

test('words that every complaint has, and those of the place, are not told', () => {
  const often = new Set(['jalan', 'jatuh']);
  const { reasons } = compare(
    likenessOf({ ...POTHOLE, title: 'Lubang', text: `${POTHOLE.text} Sei Kuning` }),
    likenessOf({ ...IN_OTHER_WORDS, text: `${IN_OTHER_WORDS.text} Sei Kuning` }),
    (word) => (often.has(word) ? 0 : 0.9),
  );
  expect(reasons.words).toEqual(['cemara berlubang', 'masjid taqwa']);
});

const anySubject = fc.record({
  title: fc.string({ unit: 'binary', maxLength: 40 }),
  text: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('jalan', 'jln', 'cemara', 'di', 'desa', 'sei', 'kuning', 'ibu2'))
      .map((w) => w.join(' ')),
  ),
  district: fc.option(fc.constantFrom('Lubuk Melati', 'kec. lubuk melati', '', 'Desa')),
  village: fc.option(fc.constantFrom('Sei Kuning', 'desa sei kuning', '…', 'Tanjung')),
  at: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  categoryPath: fc.array(fc.constantFrom('Jalan', 'JALAN', 'Sampah'), { maxLength: 3 }),
});

test('whatever is written gives a score between 0 and 1, and reasons from the text', () => {
  fc.assert(
    fc.property(anySubject, anySubject, (a, b) => {
      const { score, reasons } = compared(a, b);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      const known = likenessOf(a).words;
      for (const word of reasons.words.flatMap((phrase) => phrase.split(' ')))
        expect(known.has(word)).toBe(true);
    }),
  );
});
