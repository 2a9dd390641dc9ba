import { addDays, type Day, dayNumber, weekday } from '../calendar/day.ts';
import { type Holiday, isWorkingDay, type WorkingCalendar } from '../calendar/working-days.ts';
import type { Clock } from './clocks.ts';
import { pauseOn } from './pauses.ts';

export type RulerDay = {
  readonly day: Day;
  readonly kind: 'start' | 'working' | 'paused' | 'weekend' | 'holiday';
  /** Which working day of the clock it is: 1 is the first after the start; null on other days. */
  readonly count: number | null;
  readonly holiday: Holiday | null;
  readonly today: boolean;
  readonly due: boolean;
};

export type RulerSpan = Pick<Clock, 'startDay' | 'dueDay' | 'pauses'>;

/** Every day from the start of a clock to its due day, or to `today` (late, waiting) or `until`. */
export function rulerDays(
  calendar: WorkingCalendar,
  { startDay, dueDay, pauses }: RulerSpan,
  today: Day,
  until: Day = startDay,
): readonly RulerDay[] {
  const last = [today, dueDay ?? startDay, until].reduce((latest, day) => (day > latest ? day : latest));
  const days: RulerDay[] = [];
  let count = 0;
  for (let day = startDay; day <= last; day = addDays(day, 1)) {
    const holiday = calendar.holidays.get(day) ?? null;
    const paused = pauseOn(pauses, day) !== null;
    const working = isWorkingDay(calendar, day);
    const counted = working && !paused && day !== startDay;
    if (counted) count++;
    const off = isWeekend(day) ? 'weekend' : 'holiday';
    days.push({
      day,
      kind: day === startDay ? 'start' : !working ? off : paused ? 'paused' : 'working',
      count: counted ? count : null,
      holiday,
      today: day === today,
      due: day === dueDay,
    });
  }
  return days;
}

/** The holidays that push a due day further out: those on the way that would have counted. */
export function holidaysOnTheWay(
  calendar: WorkingCalendar,
  { startDay, dueDay, pauses }: RulerSpan,
): readonly Holiday[] {
  if (dueDay === null) return [];
  return [...calendar.holidays.values()]
    .filter(({ day }) => day > startDay && day <= dueDay && !isWeekend(day) && pauseOn(pauses, day) === null)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function isWeekend(day: Day): boolean {
  const dow = weekday(dayNumber(day));
  return dow === 0 || dow === 6;
}
