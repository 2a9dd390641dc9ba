import { addDays, type Day, dayNumber, weekday } from '../calendar/day.ts';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts';

/** The headings of the queue: how soon something is owed. */
export const URGENCIES = ['late', 'soon', 'week', 'later', 'none'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The last day of each heading, as seen on `today`. */
export type UrgencyLimits = {
  readonly today: Day;
  /** "Hari ini dan besok": the next working day. */
  readonly soonUntil: Day;
  /** "Pekan ini": the Sunday of the week, or of the next one when `soonUntil` already reaches it. */
  readonly weekUntil: Day;
};

export function urgencyLimits(calendar: WorkingCalendar, today: Day): UrgencyLimits {
  const soonUntil = addWorkingDays(calendar, today, 1);
  const sundayOf = (day: Day): Day => addDays(day, (7 - weekday(dayNumber(day))) % 7);
  return { today, soonUntil, weekUntil: sundayOf(soonUntil) };
}

export function urgencyOf(dueDay: Day | null, limits: UrgencyLimits): Urgency {
  if (dueDay === null) return 'none';
  if (dueDay < limits.today) return 'late';
  if (dueDay <= limits.soonUntil) return 'soon';
  return dueDay <= limits.weekUntil ? 'week' : 'later';
}
