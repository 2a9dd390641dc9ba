import { QUEUE_VIEWS, type QueueView } from '#shared/contract/window/queue.ts';
import type { Urgency, UrgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import { fromList, QUEUE_LISTS } from './queue-lists.ts';
import { type CachedRow, QUEUE_COLUMNS, type RowOfQueue, rowOf } from './queue-row.ts';
import { headingRanges, rangeOf, VIEW_PLANS } from './queue-views.ts';

type CachedPage = { readonly rows: readonly CachedRow[]; readonly next: string | null };
export type HeadingCount = { readonly urgency: Urgency; readonly count: number };

export function pageSql(view: QueueView): string {
  return `
    SELECT ${QUEUE_COLUMNS} ${fromList(QUEUE_LISTS[VIEW_PLANS[view].list])}
      AND (rank, receivedNo) > (?, ?) AND rank <= ?
    ORDER BY rank, receivedNo LIMIT ?`;
}

export function headingSql(view: QueueView): string {
  return `SELECT total(${VIEW_PLANS[view].list}) FROM queue_count WHERE rank BETWEEN ? AND ?`;
}

export function queueReader(db: Db) {
  const { rows, value } = statements(db);
  const pages = perView((view) => rows<[number, number, number, number], RowOfQueue>(pageSql(view)));
  const counts = perView((view) => value<[number, number], number>(headingSql(view)));
  return {
    /** @throws RangeError when `after` is not the cursor of an earlier page. */
    page: (view: QueueView, after: string | null, limit: number, limits: UrgencyLimits): CachedPage => {
      const { from, to } = rangeOf(view, limits);
      const [rank, receivedNo] = after === null ? [from - 1, 0] : cursorOf(after);
      const found = pages[view](rank, receivedNo, to, limit + 1);
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown.map(rowOf),
        next: found.length > limit && last !== undefined ? `${last.rank}.${last.receivedNo}` : null,
      };
    },
    /** Complaints under each heading of a view; headings without any are left out. */
    headings: (view: QueueView, limits: UrgencyLimits): readonly HeadingCount[] =>
      headingRanges(rangeOf(view, limits), limits)
        .map(({ urgency, range: { from, to } }) => ({ urgency, count: counts[view](from, to) ?? 0 }))
        .filter(({ count }) => count > 0),
  };
}

function perView<T>(make: (view: QueueView) => T): Record<QueueView, T> {
  return Object.fromEntries(QUEUE_VIEWS.map((view) => [view, make(view)])) as Record<QueueView, T>;
}

function cursorOf(after: string): readonly [rank: number, receivedNo: number] {
  const match = /^(-?\d{1,15})\.(\d{1,16})$/.exec(after);
  if (match === null) throw new RangeError('not a cursor of the queue');
  return [Number(match[1]), Number(match[2])];
}
