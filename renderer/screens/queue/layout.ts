import type { QueuePage } from '#shared/contract/window/queue.ts';
import type { Urgency } from '#shared/domain/deadlines/urgency.ts';

export type ListItem =
  | { readonly type: 'heading'; readonly urgency: Urgency; readonly count: number }
  | { readonly type: 'row'; readonly index: number };

/**
 * Where headings and rows stand in the list, without listing the rows: a group's heading before its rows. A
 * single group without a deadline needs no heading.
 */
export function layoutOf(groups: QueuePage['groups'], total: number) {
  const filled = groups.filter((group) => group.count > 0);
  const plain = filled.length === 0 || (filled.length === 1 && filled[0]?.urgency === 'none');
  let row = 0;
  const starts = (plain ? [] : filled).map((group, place) => {
    const start = { ...group, item: row + place, row };
    row += group.count;
    return start;
  });
  return {
    length: plain ? total : row + starts.length,
    at: (item: number): ListItem => {
      const number = starts.findLastIndex((start) => start.item <= item);
      const start = starts[number];
      if (start === undefined) return { type: 'row', index: item };
      return start.item === item
        ? { type: 'heading', urgency: start.urgency, count: start.count }
        : { type: 'row', index: item - number - 1 };
    },
    /** The place in the list of the n-th row. */
    itemOfRow: (index: number): number => index + starts.filter((start) => start.row <= index).length,
  };
}
