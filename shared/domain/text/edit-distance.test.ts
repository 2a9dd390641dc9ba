import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['jembatan', 'jembatan', 0],
  ['jembatan', 'jembtan', 1],
  ['jembatan', 'jembbatan', 1],
  ['jembatan', 'jembatam', 1],
  ['jembatan', 'jembtaan', 1],
  ['jembatan', 'ejmbtaan', 2],
  ['', 'ab', 2],
])('%s and %s are %i slips apart', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
});

test('words farther apart than the limit are not counted to the end', () => {
  expect(editDistance('jalan', 'jembatan', 1)).toBe(2);
  expect(editDistance('pasar', 'parit', 1)).toBe(2);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

test('the distance of two words does not depend on their order or on the limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      const whole = editDistance(a, b, 20);
      expect(editDistance(b, a, 20)).toBe(whole);
      expect(editDistance(a, b, most)).toBe(Math.min(whole, most + 1));
    }),
    { numRuns: 2_000 },
  );
});
