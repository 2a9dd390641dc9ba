import { type Day, dayOf } from '../calendar/day.ts';
import { type WorkingCalendar, workingDaysBetween, yearWithoutTable } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { isAnswer } from '../complaint/entry.ts';
import { bucketOf, isClosed, isReplied } from '../complaint/status.ts';
import { type AgencyClock, type DeadlineRule, type RuleSubject, ruleFor, stopOf } from './deadline-rules.ts';
import { countedBy, countedOut, type Pause, pausesOf } from './pauses.ts';

export type ClockName = AgencyClock | 'auto_close';

/** A limit in working days: when it began, when it ends, by which rule, and whether it still runs. */
export type Clock = {
  readonly name: ClockName;
  readonly rule: DeadlineRule;
  /** Not counted itself. */
  readonly startDay: Day;
  /** `received`: nobody recorded the disposition, so the clock begins at the earlier, stricter day. */
  readonly startBasis: 'dispositioned' | 'received' | 'followed_up';
  /** The clock ends with the end of this day, WIB; null while it waits and nobody knows how long. */
  readonly dueDay: Day | null;
  /** Those before the due day. */
  readonly pauses: readonly Pause[];
  /** A year without an official holiday table between start and due: the due day is an estimate. */
  readonly estimateYear: number | null;
  readonly stopped: ClockStop | null;
};

export type ClockStop = {
  /** Null when it happened outside the product and nobody knows the day. */
  readonly day: Day | null;
  /** The working day of the clock on which it stopped (0 = the start day); null with `day`. */
  readonly workingDay: number | null;
};

export type Clocks = {
  readonly firstAnswer: Clock | null;
  readonly completion: Clock | null;
  /** Runs only while the reporter has not replied to the last follow-up. */
  readonly autoClose: DueClock | null;
};

/** A clock whose end is known. */
export type DueClock = Clock & { readonly dueDay: Day };

/** What the clocks depend on besides the complaint. */
export type DeadlineBasis = { readonly rules: readonly DeadlineRule[]; readonly calendar: WorkingCalendar };

export function clocksOf(complaint: Complaint, basis: DeadlineBasis): Clocks {
  const { bucket } = bucketOf(complaint.rawStatus);
  const startBasis = complaint.dispositionedAt === null ? 'received' : 'dispositioned';
  const startDay = dayOf(complaint.dispositionedAt ?? complaint.receivedAt);
  const start = { startDay, startBasis } as const;
  const lastAnswer = complaint.timeline.findLast(isAnswer);
  const waitsForReply = bucket === 'proses' && !isReplied(complaint.rawStatus);
  return {
    firstAnswer: clock(complaint, basis, 'first_answer', 'any', start),
    completion: clock(complaint, basis, 'completion', subjectOf(complaint), start),
    autoClose:
      waitsForReply && lastAnswer !== undefined ? autoClose(complaint, basis, dayOf(lastAnswer.at)) : null,
  };
}

/** A complaint with an unreadable date, or one outside of the calendar, is shown without clocks. */
export function clocksOrNone(complaint: Complaint, basis: DeadlineBasis): Clocks {
  try {
    return clocksOf(complaint, basis);
  } catch (error) {
    if (error instanceof RangeError) return { firstAnswer: null, completion: null, autoClose: null };
    throw error;
  }
}

/** Of the two clocks the running one that is due next. A clock without a due day waits. */
export function nearestDue(clocks: Clocks): DueClock | null {
  const running = [clocks.firstAnswer, clocks.completion].filter(
    (candidate): candidate is DueClock =>
      candidate !== null && candidate.stopped === null && candidate.dueDay !== null,
  );
  return running.reduce<DueClock | null>(
    (nearest, candidate) => (nearest === null || candidate.dueDay < nearest.dueDay ? candidate : nearest),
    null,
  );
}

/** The subject whose completion limit counts for a complaint. */
export function subjectOf(complaint: Complaint): RuleSubject {
  if (complaint.classification !== 'pengaduan') return complaint.classification;
  return complaint.oversight ? 'pengaduan_berkadar_pengawasan' : 'pengaduan_tidak_berkadar_pengawasan';
}

/** Working days left until the due day on `today`: 0 on the due day, negative when late. */
export function workingDaysLeft(calendar: WorkingCalendar, dueDay: Day, today: Day): number {
  return workingDaysBetween(calendar, today, dueDay);
}

/** It does not wait: nobody but the reporter can stop it. */
function autoClose(complaint: Complaint, basis: DeadlineBasis, startDay: Day): DueClock | null {
  const running = clock(complaint, basis, 'auto_close', 'any', { startDay, startBasis: 'followed_up' });
  if (running === null || running.dueDay === null) return null;
  return { ...running, dueDay: running.dueDay };
}

function clock(
  complaint: Complaint,
  { rules, calendar }: DeadlineBasis,
  name: ClockName,
  subject: RuleSubject,
  { startDay, startBasis }: Pick<Clock, 'startDay' | 'startBasis'>,
): Clock | null {
  const rule = ruleFor(rules, name, subject, startDay);
  if (rule === null) return null;
  const all = pausesOf(complaint, rule.pausedBy ?? [], startDay);
  const { dueDay, pauses } = countedOut(calendar, startDay, rule.workingDays, all);
  return {
    name,
    rule,
    startDay,
    startBasis,
    dueDay,
    pauses,
    estimateYear: dueDay === null ? null : yearWithoutTable(calendar, startDay, dueDay),
    stopped:
      name === 'auto_close'
        ? null
        : stopped(complaint, rule, (day) => countedBy(calendar, startDay, pauses, day)),
  };
}

function stopped(complaint: Complaint, rule: DeadlineRule, counted: (day: Day) => number): ClockStop | null {
  const { bucket } = bucketOf(complaint.rawStatus);
  const closed = isClosed(bucket);
  const answers = complaint.timeline.filter(isAnswer);
  const atAnswer = stopOf(rule) === 'visible_answer';
  const entry = atAnswer
    ? answers[0]
    : closed
      ? answers.findLast(({ kind }) => kind === 'finish')
      : undefined;
  if (entry === undefined && !closed && !(atAnswer && bucket === 'proses')) return null;
  if (entry === undefined) return { day: null, workingDay: null };
  const day = dayOf(entry.at);
  return { day, workingDay: counted(day) };
}
