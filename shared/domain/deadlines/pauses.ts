import { addDays, type Day, dayOf } from '../calendar/day.ts';
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { isAnswer, type TimelineEntry } from '../complaint/entry.ts';
import { bucketOf, isReplied } from '../complaint/status.ts';

/** What a clock can wait for: data that the reporter was asked for, or the day of a postponement. */
export const PAUSE_CAUSES = ['question', 'postponement'] as const;
export type PauseCause = (typeof PAUSE_CAUSES)[number];

/** Days that a clock does not count. */
export type Pause = {
  readonly cause: PauseCause;
  /** The day on which it began; it counts itself. */
  readonly since: Day;
  /** The last day that is not counted; null: not known yet. */
  readonly until: Day | null;
};

/**
 * The pauses of a complaint from the day on which its clock began, in order, none within another.
 * - The reporter's reply ends one; as with the disposition, its own day is not counted.
 * - The agency's next word to the reporter ends one, and so does the day of a postponement: these days count.
 * - What happened in LAPOR! itself is known by the import that brought the status; other changes say nothing.
 */
export function pausesOf(
  complaint: Pick<Complaint, 'timeline' | 'rawStatus'>,
  causes: readonly PauseCause[],
  startDay: Day,
): readonly Pause[] {
  if (causes.length === 0) return [];
  const pauses: Pause[] = [];
  let open = null as Open | null;
  let changed: Day | null = null;
  const end = (until: Day): void => {
    if (open !== null && until > open.since) pauses.push({ cause: open.cause, since: open.since, until });
    open = null;
  };
  for (const entry of complaint.timeline) {
    const day = dayOf(entry.at);
    if (day < startDay) continue;
    open = expired(open, day, end);
    const next = opening(entry, day, causes);
    if (next !== null) {
      end(day);
      open = next;
      changed = null;
    } else if (entry.kind === 'reporter_reply') end(day);
    else if (isAnswer(entry) || entry.kind === 'return') end(addDays(day, -1));
    else if (entry.detail?.rawStatus !== undefined) changed = day;
  }
  if (open === null) return pauses;
  const { cause, since, resumes } = open;
  const ends = [
    resumes === null ? null : addDays(resumes, -1),
    endByImport(cause, complaint.rawStatus, changed ?? since),
  ].filter((day) => day !== null);
  const [until] = ends.sort();
  if (until === undefined) return [...pauses, { cause, since, until: null }];
  end(until);
  return pauses;
}

/** The due day of a clock of so many working days (null while it waits), and the pauses before it. */
export function countedOut(
  calendar: WorkingCalendar,
  startDay: Day,
  workingDays: number,
  pauses: readonly Pause[],
): { readonly dueDay: Day | null; readonly pauses: readonly Pause[] } {
  let from = startDay;
  let left = workingDays;
  for (const [index, { since, until }] of pauses.entries()) {
    const counted = workingDaysBetween(calendar, from, since);
    if (counted >= left)
      return { dueDay: addWorkingDays(calendar, from, left), pauses: pauses.slice(0, index) };
    if (until === null) return { dueDay: null, pauses };
    left -= counted;
    from = until;
  }
  return { dueDay: addWorkingDays(calendar, from, left), pauses };
}

/** Working days that the clock has counted by the end of a day: 0 on the start day, negative before it. */
export function countedBy(
  calendar: WorkingCalendar,
  startDay: Day,
  pauses: readonly Pause[],
  day: Day,
): number {
  const waited = pauses.reduce((sum, { since, until }) => {
    const last = until === null || until > day ? day : until;
    return last > since ? sum + workingDaysBetween(calendar, since, last) : sum;
  }, 0);
  return workingDaysBetween(calendar, startDay, day) - waited;
}

/** The pause to which a day belongs. */
export function pauseOn(pauses: readonly Pause[], day: Day): Pause | null {
  return pauses.find(({ since, until }) => day > since && (until === null || day <= until)) ?? null;
}

type Open = { readonly cause: PauseCause; readonly since: Day; readonly resumes: Day | null };

function opening({ kind, detail }: TimelineEntry, since: Day, causes: readonly PauseCause[]): Open | null {
  if (kind === 'question' && causes.includes('question')) return { cause: 'question', since, resumes: null };
  if (kind === 'postponement' && causes.includes('postponement'))
    return { cause: 'postponement', since, resumes: detail?.until ?? null };
  return null;
}

function expired(open: Open | null, day: Day, end: (until: Day) => void): Open | null {
  if (open?.resumes == null || day < open.resumes) return open;
  end(addDays(open.resumes, -1));
  return null;
}

/** LAPOR! says that it waits no more: the last day not counted; null: it still waits. */
function endByImport(cause: PauseCause, rawStatus: string, changed: Day): Day | null {
  if (isReplied(rawStatus)) return changed;
  return cause === 'postponement' && bucketOf(rawStatus).bucket !== 'tunda' ? addDays(changed, -1) : null;
}
