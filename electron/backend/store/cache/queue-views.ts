import type { QueueView } from '#shared/contract/window/queue.ts';
import { addDays, dayNumber } from '#shared/domain/calendar/day.ts';
import { URGENCIES, type Urgency, type UrgencyLimits } from '#shared/domain/deadlines/urgency.ts';
import { RANK_CLOSED, RANK_WITHOUT_DUE } from './facts.ts';
import type { QUEUE_LISTS } from './queue-lists.ts';

/** A range of ranks, both ends included. */
type RankRange = { readonly from: number; readonly to: number };

const EVERYTHING: RankRange = { from: -1_000_000, to: 100_000_000_000 };

/** A view is a range of ranks of one list: of the whole list where it names none. */
type ViewPlan = {
  readonly list: keyof typeof QUEUE_LISTS;
  readonly range?: (limits: UrgencyLimits) => Partial<RankRange>;
};

export const VIEW_PLANS: Readonly<Record<QueueView, ViewPlan>> = {
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

export function rangeOf(view: QueueView, limits: UrgencyLimits): RankRange {
  return { ...EVERYTHING, ...VIEW_PLANS[view].range?.(limits) };
}

/** The ranks under each heading, within the range of a view; an empty range has `from` > `to`. */
export function headingRanges(view: RankRange, limits: UrgencyLimits) {
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
