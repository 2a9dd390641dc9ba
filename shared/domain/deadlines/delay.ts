import { type Day, dayOf, dayOrNull } from '../calendar/day.ts';
import { type WorkingCalendar, workingDaysBetween } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { isAnswer, type TimelineEntry } from '../complaint/entry.ts';
import { bucketOf, isClosed } from '../complaint/status.ts';
import { type Clock, type Clocks, clocksOrNone, type DeadlineBasis } from './clocks.ts';

/** For whom a complaint waited: a person or sub-unit of the agency by name, else one of the parties. */
export type Holder = 'admin' | 'agency' | 'approval' | 'reporter' | 'postponed' | { readonly name: string };

/** A time in which a complaint waited for one holder. */
export type Stretch = {
  readonly holder: Holder;
  readonly from: Day;
  readonly to: Day;
  /** After `from`, up to and including `to`. */
  readonly workingDays: number;
};

/** A clock that ran out before what it measures was done. */
export type LateClock = {
  readonly clock: Clock;
  /** When it was done; null: not yet. */
  readonly doneOn: Day | null;
  /** Working days after the due day. */
  readonly lateBy: number;
};

export type Delay = { readonly late: readonly LateClock[]; readonly stretches: readonly Stretch[] };

/** Why a complaint is late: which clock, by how much, and for whom it waited from day to day. */
export function delayOf(complaint: Complaint, basis: DeadlineBasis, today: Day): Delay {
  return {
    late: lateClocks(clocksOrNone(complaint, basis), basis.calendar, today),
    stretches: stretchesOf(complaint, basis.calendar, today),
  };
}

/** Those of the two clocks that ran out before what they measure was done. */
export function lateClocks(
  { firstAnswer, completion }: Clocks,
  calendar: WorkingCalendar,
  today: Day,
): readonly LateClock[] {
  return [firstAnswer, completion].flatMap((clock): LateClock[] => {
    if (clock === null || clock.dueDay === null) return [];
    const doneOn = clock.stopped?.day ?? null;
    // Done on a day that nobody recorded: nothing can be said.
    if (clock.stopped !== null && doneOn === null) return [];
    const end = doneOn ?? today;
    if (end <= clock.dueDay) return [];
    return [{ clock, doneOn, lateBy: workingDaysBetween(calendar, clock.dueDay, end) }];
  });
}

type Turn = { readonly day: Day; readonly holder: Holder };

function stretchesOf(complaint: Complaint, calendar: WorkingCalendar, today: Day): readonly Stretch[] {
  if (dayOrNull(complaint.receivedAt) === null) return [];
  const turns = turnsOf(complaint);
  const { bucket } = bucketOf(complaint.rawStatus);
  const last = complaint.timeline.at(-1);
  const end = isClosed(bucket) && last !== undefined ? dayOf(last.at) : today;
  const stretches: Stretch[] = [];
  for (const [index, { day: from, holder }] of turns.entries()) {
    const next = turns[index + 1]?.day ?? end;
    const to = next > from ? next : from;
    if (to === from && index + 1 < turns.length) continue;
    stretches.push({ holder, from, to, workingDays: workingDaysBetween(calendar, from, to) });
  }
  return stretches;
}

/** From when on a complaint waited for whom; nobody twice in a row. */
function turnsOf({ receivedAt, dispositionedAt, timeline }: Complaint): readonly Turn[] {
  const first: Turn = { day: dayOf(receivedAt), holder: dispositionedAt === null ? 'agency' : 'admin' };
  const turns: Turn[] = [first];
  /** With whom of the agency it stands when it waits for nobody else. */
  let inside: Holder = 'agency';
  const take = (day: Day, holder: Holder): void => {
    if (nameOf(turns.at(-1)?.holder) !== nameOf(holder)) turns.push({ day, holder });
  };
  const given = dispositionedAt === null ? null : dayOf(dispositionedAt);
  let waiting = given;
  for (const entry of timeline) {
    const day = dayOf(entry.at);
    if (waiting !== null && day >= waiting) {
      take(waiting, 'agency');
      waiting = null;
    }
    inside = insideAfter(entry, inside);
    const holder = holderAfter(entry, inside);
    if (holder !== null) take(day, holder);
  }
  if (waiting !== null) take(waiting, 'agency');
  return turns;
}

function insideAfter({ kind, detail }: TimelineEntry, inside: Holder): Holder {
  if (kind === 'forward') return { name: detail?.assignee?.name ?? '' };
  return kind === 'take_back' || kind === 'return' || kind === 'disposition' ? 'agency' : inside;
}

function holderAfter(entry: TimelineEntry, inside: Holder): Holder | null {
  switch (entry.kind) {
    case 'question':
      return 'reporter';
    case 'postponement':
      return 'postponed';
    case 'proposal':
      return 'approval';
    case 'return':
      return 'admin';
    case 'forward':
    case 'take_back':
    case 'disposition':
    case 'approval':
    case 'send_back':
    case 'reporter_reply':
      return inside;
    default:
      return isAnswer(entry) ? inside : null;
  }
}

/** The same for two holders that are one. */
export function nameOf(holder: Holder | undefined): string {
  return typeof holder === 'object' ? ` ${holder.name}` : (holder ?? '');
}
