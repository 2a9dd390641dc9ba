import type { Day } from '#shared/domain/calendar/day.ts';
import type { Priority } from '#shared/domain/complaint/entry-detail.ts';
import type { Bucket } from '#shared/domain/complaint/status.ts';

/** What the queue must know of a complaint to place and show it, without reading the whole of it. */
export type QueueFacts = {
  readonly visibleStatus: string;
  readonly bucket: Bucket;
  readonly statusKnown: boolean;
  /**
   * One number that sorts every view: open complaints by due day (days since 1970), then open ones without a
   * due day, then closed ones with the newest first.
   */
  readonly rank: number;
  readonly dueDay: Day | null;
  readonly dueClock: 'first_answer' | 'completion' | null;
  readonly dueEstimateYear: number | null;
  /** The clock of the first answer runs. */
  readonly firstOwed: boolean;
  readonly replied: boolean;
  readonly unread: boolean;
  /** A text waits for its approval. */
  readonly awaitsApproval: boolean;
  /** An answer of the agency does not stand in LAPOR! yet. */
  readonly unpublished: boolean;
  readonly assignee: string | null;
  readonly priority: Priority;
  readonly labels: readonly string[];
  /** Tracking ids of the complaints that the agency has linked it to. */
  readonly links: readonly string[];
  readonly plannedDay: Day | null;
  /** The officer's own: before this day it does not stand above other work. */
  readonly snoozedUntil: Day | null;
  /** When something last happened to it, seconds since 1970. */
  readonly changedAt: number;
};

/** The rank of an open complaint that nothing is due for: after every due day. */
export const RANK_WITHOUT_DUE = 900_000;
/** Closed complaints have ranks from here on. */
export const RANK_CLOSED = 1_000_000_000;

/** Seconds since 1970 of an instant; 0 where it is none. */
export function secondsOf(instant: string): number {
  const ms = Date.parse(instant);
  return Number.isFinite(ms) ? Math.max(0, Math.floor(ms / 1000)) : 0;
}
