import * as z from 'zod';
import type { Day } from '../calendar/day.ts';
import { type Data, day } from '../schema.ts';
import { type AgencyClock, agencyClock } from './deadline-rules.ts';
import { type Urgency, type UrgencyLimits, urgencyOf } from './urgency.ts';

export type Candidate = {
  readonly id: string;
  readonly due: { readonly day: Day; readonly clock: AgencyClock } | null;
  /** The day of the reporter's reply that nobody has answered; null: there is none. */
  readonly repliedOn: Day | null;
  readonly urgent: boolean;
  readonly snoozedUntil: Day | null;
  /** The officer's own answer is on its way. */
  readonly answered: boolean;
};

/** Why it comes first: one reason, the strongest. */
export const why = z.discriminatedUnion('reason', [
  z.object({ reason: z.enum(['late', 'due']), day, clock: agencyClock }),
  z.object({ reason: z.literal('replied'), day }),
]);
type Why = Data<typeof why>;

export const MOST_FIRST = 3;

const WEIGHT: Readonly<Record<Urgency, number>> = { late: 0, soon: 1, week: 3, later: 4, none: 5 };
/** A reporter who waits comes after what is due, and before what is due later this week. */
const REPLIED = 2;

/**
 * At most three complaints to answer first: late ones (the longest first), then those due today or on the
 * next working day, then replies (the oldest first). Among equals an urgent one comes first.
 */
export function answerFirst(
  candidates: readonly Candidate[],
  limits: UrgencyLimits,
): readonly { readonly id: string; readonly why: Why }[] {
  return candidates
    .filter(
      ({ answered, snoozedUntil }) => !answered && (snoozedUntil === null || snoozedUntil <= limits.today),
    )
    .flatMap((candidate) => {
      const found = whyOf(candidate, limits);
      return found === null ? [] : [{ ...found, candidate }];
    })
    .sort(
      (a, b) =>
        a.weight - b.weight ||
        Number(b.candidate.urgent) - Number(a.candidate.urgent) ||
        (a.why.day < b.why.day ? -1 : a.why.day > b.why.day ? 1 : 0),
    )
    .slice(0, MOST_FIRST)
    .map(({ candidate, why }) => ({ id: candidate.id, why }));
}

function whyOf({ due, repliedOn }: Candidate, limits: UrgencyLimits): { weight: number; why: Why } | null {
  const urgency = urgencyOf(due?.day ?? null, limits);
  if (due !== null && WEIGHT[urgency] < REPLIED) {
    const reason = urgency === 'late' ? 'late' : 'due';
    return { weight: WEIGHT[urgency], why: { reason, day: due.day, clock: due.clock } };
  }
  return repliedOn === null ? null : { weight: REPLIED, why: { reason: 'replied', day: repliedOn } };
}
