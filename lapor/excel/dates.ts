import { dayFromNumber, dayNumber } from '#shared/domain/calendar/day.ts';

/** Number formats that Excel has built in for dates and times (ECMA-376, 18.8.30). */
const BUILT_IN_DATE_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATE_FORMATS.some(([from, to]) => id >= from && id <= to);
  // Quoted words, escaped letters, colours and locales say nothing of the kind.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

const EPOCH_1900 = dayNumber('1899-12-30');
const EPOCH_1904 = dayNumber('1904-01-01');
const MINUTES_PER_DAY = 1440;

/** Excel's day count as calendar day and time of day, to the minute. */
export function fromSerial(
  serial: number,
  from1904: boolean,
): { readonly day: string; readonly time: string } {
  const minutes = Math.round(serial * MINUTES_PER_DAY);
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const rest = minutes - days * MINUTES_PER_DAY;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    day: dayFromNumber(days + (from1904 ? EPOCH_1904 : EPOCH_1900)),
    time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`,
  };
}
