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
