import { expect, test } from 'vitest';
import { READERS } from './optional-fields.ts';

test('a cell is read by how its field is stored, whether Excel has it as a text, a number or a date', () => {
  const excelDay = { day: '2026-01-03', time: '09:30' };
  expect([
    READERS.text.read(' a '),
    READERS.integer.read('12'),
    READERS.integer.read(12),
    READERS.real.read('4,5'),
    READERS.day.read('3 Jan 2026'),
    READERS.day.read(excelDay),
    READERS.list.read('A > B >'),
  ]).toEqual(['a', 12, 12, 4.5, '2026-01-03', '2026-01-03', ['A', 'B']]);
});

test('a cell that cannot be is no value of its field', () => {
  expect([READERS.integer.read('banyak'), READERS.day.read('31 Feb 2026')]).toEqual([Number.NaN, undefined]);
});

test.each([
  ['1.000', 1_000],
  ['1.234.567', 1_234_567],
  ['-3', -3],
  ['2,000', Number.NaN],
  ['1.5', Number.NaN],
  ['0x10', Number.NaN],
  ['1e3', Number.NaN],
])('a text %s is the whole number %d, with Indonesian thousands or none', (text, number) => {
  expect(READERS.integer.read(text)).toBe(number);
});

test.each([
  ['4,5', 4.5],
  ['4.5', 4.5],
  ['0x10', Number.NaN],
  ['1e3', Number.NaN],
  ['1.000,5', Number.NaN],
])('a text %s is the number %d, with a comma or a point before the decimals', (text, number) => {
  expect(READERS.real.read(text)).toBe(number);
});
