import { expect, test } from 'vitest';
import { backoffMs } from './retry.ts';

test('the wait grows with the failures, spread over its whole width, between 1 s and 5 min', () => {
  const widest = [1, 2, 3, 5, 9, 50, 5_000].map((attempt) => backoffMs(attempt, 0.999_999_9));
  expect(widest).toEqual([2_000, 4_000, 8_000, 32_000, 300_000, 300_000, 300_000]);
  expect(backoffMs(9, 0)).toBe(1_000);
  expect(backoffMs(9, 0.5)).toBe(150_000);
});
