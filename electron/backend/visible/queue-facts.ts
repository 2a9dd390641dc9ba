import { type Clocks, clocksOf, type DeadlineBasis, nearestDue } from '#shared/domain/clocks.ts';
import { type Complaint, isUnread } from '#shared/domain/complaint.ts';
import { type Day, dayNumber } from '#shared/domain/day.ts';
import { type Bucket, bucketOf, isClosed, isReplied } from '#shared/domain/status.ts';

/** What the queue must know of a report to place and show it, without reading the whole of it. */
export type QueueFacts = {
  readonly visibleStatus: string;
  readonly bucket: Bucket;
  readonly statusKnown: boolean;
  /** The place in every view: see `rankOf`. */
  readonly rank: number;
  readonly dueDay: Day | null;
  readonly dueClock: 'first_answer' | 'completion' | null;
  readonly dueEstimateYear: number | null;
  /** The clock of the first answer runs. */
  readonly firstOwed: boolean;
  readonly replied: boolean;
  readonly unread: boolean;
};

/** The rank of an open report that nothing is due for: after every due day. */
export const RANK_WITHOUT_DUE = 900_000;
/** Closed reports have ranks from here on, newest first. */
export const RANK_CLOSED = 1_000_000_000;
const CLOSED_EPOCH = 10_000_000_000;

export function queueFacts(visible: Complaint, basis: DeadlineBasis, officerId: string): QueueFacts {
  const { bucket, known } = bucketOf(visible.rawStatus);
  const clocks = clocksOrNone(visible, basis);
  const due = isClosed(bucket) ? null : nearestDue(clocks);
  return {
    visibleStatus: visible.rawStatus,
    bucket,
    statusKnown: known,
    rank: rankOf(visible, isClosed(bucket), due?.dueDay ?? null),
    dueDay: due?.dueDay ?? null,
    dueClock: due === null ? null : due.name === 'first_answer' ? 'first_answer' : 'completion',
    dueEstimateYear: due?.estimateYear ?? null,
    firstOwed: clocks.firstAnswer !== null && clocks.firstAnswer.stopped === null,
    replied: isReplied(visible.rawStatus),
    unread: isUnread(visible, officerId),
  };
}

/** A date that is none, or one outside the calendar, must not keep the report from the officer. */
function clocksOrNone(visible: Complaint, basis: DeadlineBasis): Clocks {
  try {
    return clocksOf(visible, basis);
  } catch (error) {
    if (error instanceof RangeError) return { firstAnswer: null, completion: null, autoClose: null };
    throw error;
  }
}

/**
 * One number that sorts every view: open reports by due day (days since 1970), then open ones without a due
 * day, then closed ones with the newest first.
 */
function rankOf(complaint: Complaint, closed: boolean, dueDay: Day | null): number {
  if (closed) return CLOSED_EPOCH - secondsOf(complaint.receivedAt);
  return dueDay === null ? RANK_WITHOUT_DUE : dayNumber(dueDay);
}

/** Seconds since 1970 of an instant; 0 where it is none. */
export function secondsOf(instant: string): number {
  const ms = Date.parse(instant);
  return Number.isFinite(ms) ? Math.max(0, Math.floor(ms / 1000)) : 0;
}
