import { expect, test } from 'vitest';
import { broughtBack, moved, renamed, without } from './saved-views.ts';

const [A, B, C] = ['a', 'b', 'c'].map((id) => ({ id, name: id, search: id })) as [
  { id: string; name: string; search: string },
  { id: string; name: string; search: string },
  { id: string; name: string; search: string },
];

test('a view moves one place, and stays within the list', () => {
  expect(moved([A, B, C], 'b', -1)).toEqual([B, A, C]);
  expect(moved([A, B, C], 'b', 1)).toEqual([A, C, B]);
  expect(moved([A, B], 'a', -1)).toEqual([A, B]);
  expect(moved([A, B], 'b', 1)).toEqual([A, B]);
});

test('a name is trimmed, and an empty one changes nothing', () => {
  expect(renamed([A], 'a', ' Lampu ')).toEqual([{ ...A, name: 'Lampu' }]);
  expect(renamed([A], 'a', '  ')).toEqual([A]);
});

test('a removed view comes back to its place', () => {
  expect(broughtBack(without([A, B, C], 'b'), B, 1)).toEqual([A, B, C]);
});
