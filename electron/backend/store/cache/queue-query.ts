import { QUEUE_VIEWS, type QueueView } from '#shared/contract/window/queue.ts';
import { addDays, dayNumber } from '#shared/domain/calendar/day.ts';
import { URGENCIES, type Urgency, type UrgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import { RANK_CLOSED, RANK_WITHOUT_DUE } from './facts.ts';
import { fromList, QUEUE_LISTS } from './queue-lists.ts';
import { QUEUE_COLUMNS, type RowOfQueue, rowOf } from './queue-row.ts';

/** A range of ranks, both ends included. */
type RankRange = { readonly from: number; readonly to: number };

const EVERYTHING: RankRange = { from: -1_000_000, to: 100_000_000_000 };

/** A view is a range of ranks of one list: of the whole list where it names none. */
type ViewPlan = {
  readonly list: keyof typeof QUEUE_LISTS;
  readonly range?: (limits: UrgencyLimits) => Partial<RankRange>;
};

const VIEW_PLANS: Readonly<Record<QueueView, ViewPlan>> = {
  today: { list: 'ours', range: ({ weekUntil }) => ({ to: dayNumber(weekUntil) }) },
  late: { list: 'ours', range: ({ today }) => ({ to: dayNumber(today) - 1 }) },
  first_answer: { list: 'firstOwed' },
  in_process: { list: 'inProcess' },
  replied: { list: 'replied' },
  approval: { list: 'awaiting' },
  to_publish: { list: 'unpublished' },
  drafts: { list: 'drafted' },
  done: { list: 'ours', range: () => ({ from: RANK_CLOSED }) },
  all: { list: 'ours' },
};

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
    page: (view: QueueView, after: string | null, limit: number, limits: UrgencyLimits) => {
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

function rangeOf(view: QueueView, limits: UrgencyLimits): RankRange {
  return { ...EVERYTHING, ...VIEW_PLANS[view].range?.(limits) };
}

/** The ranks under each heading, within the range of a view; an empty range has `from` > `to`. */
function headingRanges(view: RankRange, limits: UrgencyLimits) {
  const firstOf: Record<Urgency, number> = {
    late: EVERYTHING.from,
    soon: dayNumber(limits.today),
    week: dayNumber(addDays(limits.soonUntil, 1)),
    later: dayNumber(addDays(limits.weekUntil, 1)),
    none: RANK_WITHOUT_DUE,
  };
  return URGENCIES.map((urgency, index) => {
    const next = URGENCIES[index + 1];
    const to = next === undefined ? EVERYTHING.to : firstOf[next] - 1;
    return {
      urgency,
      range: { from: Math.max(view.from, firstOf[urgency]), to: Math.min(view.to, to) },
    };
  });
}
