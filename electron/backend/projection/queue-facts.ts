import { type Day, dayNumber } from '#shared/domain/calendar/day.ts';
import { caseworkOf, unpublishedAnswers } from '#shared/domain/complaint/casework.ts';
import { type Complaint, isUnread } from '#shared/domain/complaint/complaint.ts';
import { bucketOf, isClosed, isReplied } from '#shared/domain/complaint/status.ts';
import { clocksOrNone, type DeadlineBasis, nearestDue } from '#shared/domain/deadlines/clocks.ts';
import { type QueueFacts, RANK_WITHOUT_DUE, secondsOf } from '../store/cache/facts.ts';

/** A closed complaint's rank is this less the second of its receipt: the newest stands first. */
const CLOSED_EPOCH = 10_000_000_000;

/** Raised when the derivation below changes, so that existing caches are computed again. */
export const FACTS_VERSION = 5;

export function queueFacts(projected: Complaint, basis: DeadlineBasis, officerId: string): QueueFacts {
  const { bucket, known } = bucketOf(projected.rawStatus);
  const clocks = clocksOrNone(projected, basis);
  const due = isClosed(bucket) ? null : nearestDue(clocks);
  const { assignee, priority, labels, links, plannedDay, snoozed, proposals } = caseworkOf(projected);
  const snoozedUntil = snoozed.get(officerId) ?? null;
  return {
    visibleStatus: projected.rawStatus,
    bucket,
    statusKnown: known,
    rank: rankOf(projected, isClosed(bucket), due?.dueDay ?? null, snoozedUntil),
    dueDay: due?.dueDay ?? null,
    dueClock: due === null ? null : due.name === 'first_answer' ? 'first_answer' : 'completion',
    dueEstimateYear: due?.estimateYear ?? null,
    firstOwed: clocks.firstAnswer !== null && clocks.firstAnswer.stopped === null,
    replied: isReplied(projected.rawStatus),
    unread: isUnread(projected, officerId),
    awaitsApproval: proposals.some(({ state }) => state === 'waiting'),
    unpublished: unpublishedAnswers(projected).length > 0,
    assignee: assignee?.name ?? null,
    priority,
    labels,
    links,
    plannedDay,
    changedAt: changedAtOf(projected),
    snoozedUntil,
  };
}

/** A snoozed complaint that is due before its day of return stands at that day. */
function rankOf(complaint: Complaint, closed: boolean, dueDay: Day | null, snoozedUntil: Day | null): number {
  if (closed) return CLOSED_EPOCH - secondsOf(complaint.receivedAt);
  if (dueDay === null) return RANK_WITHOUT_DUE;
  return dayNumber(snoozedUntil !== null && snoozedUntil > dueDay ? snoozedUntil : dueDay);
}

/** The timeline is in the order of time, so its last entry is the latest. */
function changedAtOf({ receivedAt, dispositionedAt, timeline }: Complaint): number {
  return Math.max(...[receivedAt, dispositionedAt ?? '', timeline.at(-1)?.at ?? ''].map(secondsOf));
}
