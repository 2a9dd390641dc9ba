import { expect, test } from 'vitest';
import { importSlot } from './apply-import.ts';

test.each([0, 4, 5, 6, Number.MAX_SAFE_INTEGER])('bytes at %d of a file of five do no harm', (offset) => {
  const slot = importSlot();
  expect(slot.begin(5)).toBe(true);
  expect(() => slot.append(offset, Buffer.from('123456'))).not.toThrow();
});
