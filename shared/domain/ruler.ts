import { addDays, type Day, dayNumber, weekday } from './day.ts';
import { type Holiday, isWorkingDay, type WorkingCalendar } from './working-days.ts';

/** One cell of the working-day ruler. */
export type RulerDay = {
  readonly day: Day;
  readonly kind: 'start' | 'working' | 'weekend' | 'holiday';
  /** Which working day of the clock it is: 1 is the first after the start; null on other days. */
  readonly count: number | null;
  readonly holiday: Holiday | null;
  readonly today: boolean;
  readonly due: boolean;
};

/** Every day from the start of a clock to its due day, and on to today where it is late. */
export function rulerDays(
  calendar: WorkingCalendar,
  startDay: Day,
  dueDay: Day,
  today: Day,
): readonly RulerDay[] {
  const last = today > dueDay ? today : dueDay;
  const days: RulerDay[] = [];
  let count = 0;
  for (let day = startDay; day <= last; day = addDays(day, 1)) {
    const holiday = calendar.holidays.get(day) ?? null;
    const working = isWorkingDay(calendar, day);
    const counted = working && day !== startDay;
    if (counted) count++;
    days.push({
      day,
      kind: day === startDay ? 'start' : working ? 'working' : isWeekend(day) ? 'weekend' : 'holiday',
      count: counted ? count : null,
      holiday,
      today: day === today,
      due: day === dueDay,
    });
  }
  return days;
}

/** The holidays that push a due day further out: those between start and due that fall on Mon-Fri. */
export function holidaysOnTheWay(calendar: WorkingCalendar, startDay: Day, dueDay: Day): readonly Holiday[] {
  return [...calendar.holidays.values()]
    .filter((holiday) => holiday.day > startDay && holiday.day <= dueDay && !isWeekend(holiday.day))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function isWeekend(day: Day): boolean {
  const dow = weekday(dayNumber(day));
  return dow === 0 || dow === 6;
}
