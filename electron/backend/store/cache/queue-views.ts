import type { QueueView } from '#shared/contract/window/queue.ts';
import { addDays, dayNumber } from '#shared/domain/calendar/day.ts';
import { URGENCIES, type Urgency, type UrgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import { RANK_CLOSED, RANK_WITHOUT_DUE } from './facts.ts';

/** A range of ranks, both ends included. */
export type RankRange = { readonly from: number; readonly to: number };

const FIRST_RANK = -1_000_000;
const LAST_RANK = 100_000_000_000;

/** Each view is one partial index, a column of the counts, and a range of their ranks. */
type ViewPlan = {
  readonly index: string;
  readonly where: string;
  readonly counted: 'ours' | 'firstOwed' | 'inProcess' | 'replied' | 'awaiting' | 'unpublished' | 'drafted';
  readonly range: (limits: UrgencyLimits) => RankRange;
};

const everything = (): RankRange => ({ from: FIRST_RANK, to: LAST_RANK });

export const VIEW_PLANS: Readonly<Record<QueueView, ViewPlan>> = {
  today: {
    index: 'complaint_rank',
    where: 'ours = 1',
    counted: 'ours',
    range: (limits) => ({ from: FIRST_RANK, to: dayNumber(limits.weekUntil) }),
  },
  late: {
    index: 'complaint_rank',
    where: 'ours = 1',
    counted: 'ours',
    range: (limits) => ({ from: FIRST_RANK, to: dayNumber(limits.today) - 1 }),
  },
  first_answer: {
    index: 'complaint_first_owed',
    where: 'ours = 1 AND firstOwed = 1',
    counted: 'firstOwed',
    range: everything,
  },
  in_process: {
    index: 'complaint_in_process',
    where: "ours = 1 AND bucket = 'proses'",
    counted: 'inProcess',
    range: everything,
  },
  replied: {
    index: 'complaint_replied',
    where: 'ours = 1 AND replied = 1',
    counted: 'replied',
    range: everything,
  },
  approval: {
    index: 'complaint_awaiting',
    where: 'ours = 1 AND awaitsApproval = 1',
    counted: 'awaiting',
    range: everything,
  },
  to_publish: {
    index: 'complaint_unpublished',
    where: 'ours = 1 AND unpublished = 1',
    counted: 'unpublished',
    range: everything,
  },
  drafts: { index: 'complaint_drafted', where: 'hasDraft = 1', counted: 'drafted', range: everything },
  done: {
    index: 'complaint_rank',
    where: 'ours = 1',
    counted: 'ours',
    range: () => ({ from: RANK_CLOSED, to: LAST_RANK }),
  },
  all: { index: 'complaint_rank', where: 'ours = 1', counted: 'ours', range: everything },
};

/** The ranks under each heading, within the range of a view; an empty range has `from` > `to`. */
export function headingRanges(
  view: RankRange,
  limits: UrgencyLimits,
): readonly { readonly urgency: Urgency; readonly range: RankRange }[] {
  const firstOf: Record<Urgency, number> = {
    late: FIRST_RANK,
    soon: dayNumber(limits.today),
    week: dayNumber(addDays(limits.soonUntil, 1)),
    later: dayNumber(addDays(limits.weekUntil, 1)),
    none: RANK_WITHOUT_DUE,
  };
  return URGENCIES.map((urgency, index) => {
    const next = URGENCIES[index + 1];
    const to = next === undefined ? LAST_RANK : firstOf[next] - 1;
    return {
      urgency,
      range: { from: Math.max(view.from, firstOf[urgency]), to: Math.min(view.to, to) },
    };
  });
}
