import { expect, test } from 'vitest';
import { bytesWords, percentOf } from './bytes.ts';

test('a number of bytes is said as an office reads it', () => {
  const said = [0, 12, 999, 214_000, 999_499, 999_500, 3_400_000, 24_600_000].map((bytes) =>
    bytesWords(bytes, 'id'),
  );
  expect(said).toEqual(['0 kB', '1 kB', '1 kB', '214 kB', '999 kB', '1 MB', '3,4 MB', '25 MB']);
  expect(bytesWords(3_400_000, 'en')).toBe('3.4 MB');
});

test('a hundred percent is said only when every byte is there', () => {
  expect(percentOf({ sent: 0, total: 10 })).toBe(0);
  expect(percentOf({ sent: 9_999, total: 10_000 })).toBe(99);
  expect(percentOf({ sent: 10_000, total: 10_000 })).toBe(100);
  expect(percentOf({ sent: 0, total: 0 })).toBe(100);
});
