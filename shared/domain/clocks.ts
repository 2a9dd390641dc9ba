import { type Complaint, isAnswer } from './complaint.ts';
import { type Day, dayOf } from './day.ts';
import { type DeadlineRule, type RuleSubject, ruleFor } from './deadline-rules.ts';
import { bucketOf, isClosed, isReplied } from './status.ts';
import {
  addWorkingDays,
  type WorkingCalendar,
  workingDaysBetween,
  yearWithoutTable,
} from './working-days.ts';

export type ClockName = 'first_answer' | 'completion' | 'auto_close';

/** A limit in working days: when it began, when it ends, by which rule, and whether it still runs. */
export type Clock = {
  readonly name: ClockName;
  readonly rule: DeadlineRule;
  /** Not counted itself. */
  readonly startDay: Day;
  /** `received`: nobody recorded the disposition, so the clock begins at the earlier, stricter day. */
  readonly startBasis: 'dispositioned' | 'received' | 'followed_up';
  /** The clock ends with the end of this day, WIB. */
  readonly dueDay: Day;
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
  readonly autoClose: Clock | null;
};

/** What the clocks depend on besides the report. */
export type DeadlineBasis = { readonly rules: readonly DeadlineRule[]; readonly calendar: WorkingCalendar };

export function clocksOf(complaint: Complaint, basis: DeadlineBasis): Clocks {
  const { bucket } = bucketOf(complaint.rawStatus);
  const startBasis = complaint.dispositionedAt === null ? 'received' : 'dispositioned';
  const startDay = dayOf(complaint.dispositionedAt ?? complaint.receivedAt);
  const answers = complaint.timeline.filter(isAnswer);
  const firstAnswer = answers[0];
  const answered = firstAnswer !== undefined || bucket === 'proses' || isClosed(bucket);
  const lastAnswer = answers.at(-1);

  return {
    firstAnswer: clock(basis, 'first_answer', 'any', startDay, startBasis, answered, firstAnswer?.at),
    completion: clock(
      basis,
      'completion',
      subjectOf(complaint),
      startDay,
      startBasis,
      isClosed(bucket),
      undefined,
    ),
    autoClose:
      bucket === 'proses' && !isReplied(complaint.rawStatus) && lastAnswer !== undefined
        ? clock(basis, 'auto_close', 'any', dayOf(lastAnswer.at), 'followed_up', false, undefined)
        : null,
  };
}

/** The clock that the officer must look at first: the running one of the two that is due next. */
export function nearestDue(clocks: Clocks): Clock | null {
  const running = [clocks.firstAnswer, clocks.completion].filter(
    (candidate): candidate is Clock => candidate !== null && candidate.stopped === null,
  );
  return running.reduce<Clock | null>(
    (nearest, candidate) => (nearest === null || candidate.dueDay < nearest.dueDay ? candidate : nearest),
    null,
  );
}

/** The subject whose completion limit counts for a report. */
export function subjectOf(complaint: Complaint): RuleSubject {
  if (complaint.classification !== 'pengaduan') return complaint.classification;
  return complaint.oversight ? 'pengaduan_berkadar_pengawasan' : 'pengaduan_tidak_berkadar_pengawasan';
}

/** Working days left until the due day on `today`: 0 on the due day, negative when late. */
export function workingDaysLeft(calendar: WorkingCalendar, dueDay: Day, today: Day): number {
  return workingDaysBetween(calendar, today, dueDay);
}

function clock(
  { rules, calendar }: DeadlineBasis,
  name: ClockName,
  subject: RuleSubject,
  startDay: Day,
  startBasis: Clock['startBasis'],
  stopped: boolean,
  stoppedAt: string | undefined,
): Clock | null {
  const rule = ruleFor(rules, name, subject, startDay);
  if (rule === null) return null;
  const dueDay = addWorkingDays(calendar, startDay, rule.workingDays);
  const stopDay = stoppedAt === undefined ? null : dayOf(stoppedAt);
  return {
    name,
    rule,
    startDay,
    startBasis,
    dueDay,
    estimateYear: yearWithoutTable(calendar, startDay, dueDay),
    stopped: stopped
      ? {
          day: stopDay,
          workingDay: stopDay === null ? null : workingDaysBetween(calendar, startDay, stopDay),
        }
      : null,
  };
}
