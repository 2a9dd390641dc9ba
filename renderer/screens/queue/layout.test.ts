import { expect, test } from 'vitest';
import { layoutOf } from './layout.ts';

const shown = (layout: ReturnType<typeof layoutOf>) =>
  Array.from({ length: layout.length }, (_, item) => {
    const at = layout.at(item);
    return at.type === 'heading' ? `${at.urgency} ${at.count}` : at.index;
  });

test('a heading of the queue stands before its rows, and an empty group has none', () => {
  const layout = layoutOf(
    [
      { urgency: 'late', count: 2 },
      { urgency: 'soon', count: 0 },
      { urgency: 'week', count: 1 },
      { urgency: 'none', count: 2 },
    ],
    5,
  );
  expect(shown(layout)).toEqual(['late 2', 0, 1, 'week 1', 2, 'none 2', 3, 4]);
  expect([0, 1, 2, 3, 4].map(layout.itemOfRow)).toEqual([1, 2, 4, 6, 7]);
});

test('a view of the queue without deadlines has no headings', () => {
  const layout = layoutOf([{ urgency: 'none', count: 3 }], 3);
  expect([shown(layout), layout.itemOfRow(2)]).toEqual([[0, 1, 2], 2]);
});

test('an empty view of the queue has no items', () => {
  expect(layoutOf([], 0).length).toBe(0);
});
