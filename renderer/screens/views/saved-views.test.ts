import { expect, test } from 'vitest';
import { type SavedView, USUAL_FIELDS } from '#shared/contract/window/views.ts';
import { broughtBack, changed, moved, renamed, without } from './saved-views.ts';

const view = (id: string): SavedView => ({
  id,
  name: id,
  search: id,
  order: 'due',
  fields: [...USUAL_FIELDS],
});
const [A, B, C] = [view('a'), view('b'), view('c')];

test('a saved view moves one place, and stays within the list', () => {
  expect(moved([A, B, C], 'b', -1)).toEqual([B, A, C]);
  expect(moved([A, B, C], 'b', 1)).toEqual([A, C, B]);
  expect(moved([A, B], 'a', -1)).toEqual([A, B]);
  expect(moved([A, B], 'b', 1)).toEqual([A, B]);
});

test('the name of a saved view is trimmed, and an empty one changes nothing', () => {
  expect(renamed([A], 'a', ' Lampu ')).toEqual([{ ...A, name: 'Lampu' }]);
  expect(renamed([A], 'a', '  ')).toEqual([A]);
});

test('a saved view is listed another way, the others stay', () => {
  expect(changed([A, B], 'b', { order: 'changed', fields: ['place'] })).toEqual([
    A,
    { ...B, order: 'changed', fields: ['place'] },
  ]);
});

test('a removed saved view comes back to its place', () => {
  expect(broughtBack(without([A, B, C], 'b'), B, 1)).toEqual([A, B, C]);
});
