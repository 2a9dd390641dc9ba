import * as z from 'zod';
import { type Data, day, line, list, open } from '../schema.ts';
import { type Day, dayFromNumber, dayNumber, weekday, yearOf } from './day.ts';

/** One day off: a national holiday (libur nasional) or collective leave (cuti bersama). */
export const holiday = open({ day, name: line, collectiveLeave: z.boolean() });
export type Holiday = Data<typeof holiday>;

export const holidayYear = open({
  year: z.int(),
  /** The decree. */
  source: line,
  holidays: list(holiday),
});

/** The official holidays of some years. Data, because joint decrees (SKB 3 Menteri) fix and amend them. */
export const holidayTable = open({
  version: z.int(),
  years: list(holidayYear),
});
export type HolidayTable = Data<typeof holidayTable>;

/** A holiday table made ready for questions: every answer is a lookup, whatever the distance in days. */
export type WorkingCalendar = {
  readonly version: number;
  readonly officialYears: ReadonlySet<number>;
  readonly holidays: ReadonlyMap<Day, Holiday>;
  /** `passed[n]`: working days up to and including day `FIRST + n`. */
  readonly passed: Int32Array;
  /** The day number of every working day, in order. */
  readonly workingDays: Int32Array;
};

const FIRST = dayNumber('2000-01-01');
const LAST = dayNumber('2099-12-31');

export function compileCalendar(table: HolidayTable): WorkingCalendar {
  const holidays = new Map<Day, Holiday>();
  for (const year of table.years) for (const holiday of year.holidays) holidays.set(holiday.day, holiday);
  const off = new Set([...holidays.keys()].map(dayNumber));
  const passed = new Int32Array(LAST - FIRST + 1);
  const workingDays: number[] = [];
  for (let number = FIRST; number <= LAST; number++) {
    const dow = weekday(number);
    if (dow !== 0 && dow !== 6 && !off.has(number)) workingDays.push(number);
    passed[number - FIRST] = workingDays.length;
  }
  return {
    version: table.version,
    officialYears: new Set(table.years.map((year) => year.year)),
    holidays,
    passed,
    workingDays: Int32Array.from(workingDays),
  };
}

function passedBy(calendar: WorkingCalendar, number: number): number {
  const passed = calendar.passed[number - FIRST];
  if (passed === undefined) throw new RangeError(`day ${dayFromNumber(number)} is outside 2000-2099`);
  return passed;
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const number = dayNumber(day);
  return passedBy(calendar, number) > passedBy(calendar, number - 1);
}

/** The n-th working day after `start`, which is not counted (n ≥ 1). @throws RangeError beyond 2099. */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, n: number): Day {
  const number = calendar.workingDays[passedBy(calendar, dayNumber(start)) + n - 1];
  if (number === undefined) throw new RangeError(`${n} working days after ${start} is outside 2000-2099`);
  return dayFromNumber(number);
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  return passedBy(calendar, dayNumber(to)) - passedBy(calendar, dayNumber(from));
}

/** The first year in [from, to] without an official table: a due date that crosses it is an estimate. */
export function yearWithoutTable(calendar: WorkingCalendar, from: Day, to: Day): number | null {
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    if (!calendar.officialYears.has(year)) return year;
  }
  return null;
}
