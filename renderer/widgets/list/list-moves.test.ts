import { expect, test } from 'vitest';
import { movedIndex } from './list-moves.ts';

test('a list moves by one, by a page, and to its ends, never beyond them', () => {
  const from = (move: Parameters<typeof movedIndex>[0], index: number) =>
    movedIndex(move, index, true, 20, 8);
  expect([from('next', 3), from('previous', 3), from('pageDown', 3), from('pageUp', 3)]).toEqual([
    4, 2, 11, 0,
  ]);
  expect([from('next', 19), from('previous', 0), from('pageDown', 15)]).toEqual([19, 0, 19]);
  expect([from('first', 9), from('last', 9)]).toEqual([0, 19]);
});

test('when the selected complaint has left the list, the next one is the one in its place', () => {
  expect(movedIndex('next', 4, false, 20, 8)).toBe(4);
  expect(movedIndex('next', 19, false, 19, 8)).toBe(18);
});
