import { QUEUE_VIEWS, type QueueView } from '#shared/contract/window/queue.ts';
import type { Urgency, UrgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import type { Db } from '../open-database.ts';
import { type CachedRow, QUEUE_COLUMNS, type RowOfQueue, rowOf } from './queue-row.ts';
import { headingRanges, VIEW_PLANS } from './queue-views.ts';

export type CachedPage = {
  readonly rows: readonly CachedRow[];
  readonly next: string | null;
};
export type HeadingCount = { readonly urgency: Urgency; readonly count: number };

export type QueueReader = {
  /** @throws RangeError when `after` is not a place that an earlier page gave. */
  readonly page: (view: QueueView, after: string | null, limit: number, limits: UrgencyLimits) => CachedPage;
  /** Complaints under each heading of a view; headings without any are left out. */
  readonly headings: (view: QueueView, limits: UrgencyLimits) => readonly HeadingCount[];
};

export function pageSql(view: QueueView): string {
  const plan = VIEW_PLANS[view];
  return `
    SELECT ${QUEUE_COLUMNS} FROM complaint INDEXED BY ${plan.index}
    WHERE ${plan.where} AND (rank, receivedNo) > (?, ?) AND rank <= ?
    ORDER BY rank, receivedNo LIMIT ?`;
}

export function headingSql(view: QueueView): string {
  return `SELECT total(${VIEW_PLANS[view].counted}) AS count FROM queue_count WHERE rank BETWEEN ? AND ?`;
}

export function queueReader(db: Db): QueueReader {
  const pages = perView((view) => db.prepare<[number, number, number, number], RowOfQueue>(pageSql(view)));
  const headings = perView((view) => db.prepare<[number, number], { count: number }>(headingSql(view)));
  return {
    page: (view, after, limit, limits) => {
      const range = VIEW_PLANS[view].range(limits);
      const start = after === null ? { rank: range.from - 1, receivedNo: 0 } : placeOf(after);
      const found = pages[view].all(start.rank, start.receivedNo, range.to, limit + 1);
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return {
        rows: rows.map(rowOf),
        next: found.length > limit && last !== undefined ? `${last.rank}.${last.receivedNo}` : null,
      };
    },
    headings: (view, limits) =>
      headingRanges(VIEW_PLANS[view].range(limits), limits)
        .map(({ urgency, range }) => ({
          urgency,
          count: range.from > range.to ? 0 : (headings[view].get(range.from, range.to)?.count ?? 0),
        }))
        .filter(({ count }) => count > 0),
  };
}

function perView<T>(make: (view: QueueView) => T): Record<QueueView, T> {
  return Object.fromEntries(QUEUE_VIEWS.map((view) => [view, make(view)])) as Record<QueueView, T>;
}

function placeOf(after: string): { rank: number; receivedNo: number } {
  const match = /^(-?\d{1,15})\.(\d{1,16})$/.exec(after);
  if (match === null) throw new RangeError('not a place in the queue');
  return { rank: Number(match[1]), receivedNo: Number(match[2]) };
}
