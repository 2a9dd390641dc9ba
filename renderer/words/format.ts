import { type Day, dayOf } from '#shared/domain/calendar/day.ts';
import type { Language } from '#shared/i18n/messages.ts';

/** The order and the words of dates: Indonesian, or English with the day before the month as in Indonesia. */
export const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** Prints instants; a format is made once for each language. */
function printer(options: Intl.DateTimeFormatOptions): (at: Date, language: Language) => string {
  const formats: Partial<Record<Language, Intl.DateTimeFormat>> = {};
  return (at, language) => {
    formats[language] ??= new Intl.DateTimeFormat(LOCALES[language], options);
    return formats[language].format(at);
  };
}

/** Prints calendar days as they are: as their own midnight in UTC, never moved to another zone. */
function dayPrinter(options: Intl.DateTimeFormatOptions): (day: Day, language: Language) => string {
  const print = printer({ timeZone: 'UTC', ...options });
  return (day, language) => print(new Date(`${day}T00:00:00Z`), language);
}

/** "Jum, 13 Feb 2026" */
export const longDay = dayPrinter({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** "Sel" */
export const weekdayShort = dayPrinter({ weekday: 'short' });

/** "Senin" */
export const weekdayLong = dayPrinter({ weekday: 'long' });

const ofThisYear = dayPrinter({ day: 'numeric', month: 'short' });
const ofAnotherYear = dayPrinter({ day: 'numeric', month: 'short', year: 'numeric' });

/** "17 Nov", with the year when it is not that of `today`. */
export function mediumDay(day: Day, today: Day, language: Language): string {
  return (day.slice(0, 4) === today.slice(0, 4) ? ofThisYear : ofAnotherYear)(day, language);
}

/** "Sel 17/11" */
export function shortDay(day: Day, language: Language): string {
  return `${weekdayShort(day, language)} ${dayAndMonth(day)}`;
}

/** "17/11" */
export function dayAndMonth(day: Day): string {
  return `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`;
}

const printTime = printer({ timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "09.12" (WIB) */
export function timeOf(instant: string, language: Language): string {
  return printTime(new Date(instant), language);
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
