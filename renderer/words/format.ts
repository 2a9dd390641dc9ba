import { type Day, dayOf } from '#shared/domain/calendar/day.ts';
import type { Language } from '#shared/i18n/messages.ts';

/** The order and the words of dates: Indonesian, or English with the day before the month as in Indonesia. */
export const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, zone: 'UTC' | 'Asia/Jakarta', options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

/** A calendar day is printed as it is: its own midnight in UTC, never moved to another zone. */
const atMidnight = (day: Day) => new Date(`${day}T00:00:00Z`);

/** "Jum, 13 Feb 2026" */
export function longDay(day: Day, language: Language): string {
  return format(language, 'UTC', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(atMidnight(day));
}

/** "Sel 17/11" */
export function shortDay(day: Day, language: Language): string {
  return `${weekdayShort(day, language)} ${dayAndMonth(day)}`;
}

/** "17/11" */
export function dayAndMonth(day: Day): string {
  return `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`;
}

/** "17 Nov", with the year when it is not that of `today`. */
export function mediumDay(day: Day, today: Day, language: Language): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return format(language, 'UTC', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(atMidnight(day));
}

/** "Sel" */
export function weekdayShort(day: Day, language: Language): string {
  return format(language, 'UTC', { weekday: 'short' }).format(atMidnight(day));
}

/** "Senin" */
export function weekdayLong(day: Day, language: Language): string {
  return format(language, 'UTC', { weekday: 'long' }).format(atMidnight(day));
}

/** "09.12" (WIB) */
export function timeOf(instant: string, language: Language): string {
  return format(language, 'Asia/Jakarta', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** "Sel 17 Nov, 09.12" (WIB), with the year when it is not that of `today`. */
export function momentOf(instant: string, today: Day, language: Language): string {
  const day = dayOf(instant);
  return `${weekdayShort(day, language)} ${mediumDay(day, today, language)}, ${timeOf(instant, language)}`;
}

/** "10.42" on the same day, else "Sel 17/11, 10.42". */
export function briefMoment(instant: string, today: Day, language: Language): string {
  const day = dayOf(instant);
  const time = timeOf(instant, language);
  return day === today ? time : `${shortDay(day, language)}, ${time}`;
}

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  id: new Intl.NumberFormat(LOCALES.id),
  en: new Intl.NumberFormat(LOCALES.en),
};

/** "20.000" */
export function count(value: number, language: Language): string {
  return numbers[language].format(value);
}
