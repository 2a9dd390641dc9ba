import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth.ts';
import { labelledTexts } from '../../../test/support/labelled-texts.ts';
import { findPii, maskPii, type PiiFinding } from './pii.ts';

const found = (text: string): string[] =>
  findPii(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);

test('every line of the labelled list: what is personal is found whole, what only looks like it is left alone', () => {
  for (const { text, pii } of labelledTexts()) {
    expect({ text, found: found(text) }).toEqual({ text, found: pii.map((datum) => datum.join(' ')) });
  }
});

test('the word before decides between NIK and KK, the nearest one', () => {
  expect(found('NIK dan KK: 1299050606209052')).toEqual(['kk 1299050606209052']);
  expect(found('KK dan NIK: 1299050606209052')).toEqual(['nik 1299050606209052']);
  expect(found('1299050606209052')).toEqual(['nik 1299050606209052']);
});

test.each([
  '2299050606209052',
  '1200050606209052',
  '1299053206209052',
  '1299053002209052',
  '1299050613209052',
])('without a word before, a number whose province, regency or date cannot be is none: %s', (digits) => {
  expect(found(`nomor ${digits}`)).toEqual([]);
  expect(found(`NIK ${digits}`)).toEqual([`nik ${digits}`]);
});

test('the numbers after a telephone number are not part of it', () => {
  expect(found('hp 0812 0000 1234 12 hari')).toEqual(['phone 0812 0000 1234']);
  expect(found('hp 081200001234 2 orang')).toEqual(['phone 081200001234']);
});

const PIECES = [
  'NIK', 'KK', 'rek BRI', 'hp', 'plat', '1299050606209052', '081200001234', '+62', '-', '.', ' ', '(', ')', 'BK',
  '1234', 'QX', 'a@b.example', 'Rp', '08', '12', '😡',
]; // biome-ignore format: one list

const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(' ')),
);

test('findings lie within any text, in its order, and never overlap', () => {
  fc.assert(
    fc.property(someText, (text) => {
      let end = 0;
      for (const { from, to } of findPii(text) as readonly PiiFinding[]) {
        expect(from >= end && to > from && to <= text.length).toBe(true);
        end = to;
      }
    }),
    { numRuns: 1_000 },
  );
});

test.each(['0', '1 ', 'a', 'nik ', 'rek ', '(', '08 12 ', 'a@a.', '0812 ', 'no no ', 'registrasi '])(
  'the longest complaint costs no noticeable time: %s repeated',
  (piece) => {
    const text = piece.repeat(8_000 / piece.length);
    const start = process.threadCpuUsage();
    findPii(text);
    // Of the processor: what others do on the machine meanwhile takes none of it.
    expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(500);
  },
);

test('what is masked is no longer found, and nothing else of the text changes', () => {
  const text = 'Hubungi 0812-3456-7890 atau NIK 1207231708850003, paling lambat 20 Juni.';
  expect(maskPii(text)).toBe('Hubungi 0812-****-**** atau NIK 1207************, paling lambat 20 Juni.');
  expect(findPii(maskPii(text))).toEqual([]);
  expect(maskPii('Lampu diganti Kamis, laporan 9300431.')).toBe('Lampu diganti Kamis, laporan 9300431.');
});

test('each of many thousand numbers in a long text is masked', () => {
  expect(maskPii('0812-3456-7890, '.repeat(5_000))).toBe('0812-****-****, '.repeat(5_000));
});

test.each([
  '0812-3456-7890, ',
  'NIK 1207231708850003 ',
  'rek BRI 1234567890 ',
  'a@b.example ',
  'BK 1234 QX ',
])('the time to mask a text grows with its length, not with its square: %j repeated', (piece) => {
  expect(growth(maskPii, piece, 20_000, 8)).toBeLessThan(24);
});
