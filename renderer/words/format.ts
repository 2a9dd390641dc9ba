import { type Day, dayOf } from '#shared/domain/calendar/day.ts';
import type { Language } from '#shared/i18n/messages.ts';

/** The order and the words of dates: Indonesian, or English with the day before the month as in Indonesia. */
const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

const WIB = { timeZone: 'Asia/Jakarta', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** How one language writes days, instants (in WIB) and numbers. */
export type Formats = ReturnType<typeof makeFormats>;

/** A format is costly to make: those of a language are made once. */
const made: Partial<Record<Language, Formats>> = {};

export function formatsOf(language: Language): Formats {
  made[language] ??= makeFormats(language);
  return made[language];
}

function makeFormats(language: Language) {
  const locale = LOCALES[language];
  /** Prints calendar days as they are: as their own midnight in UTC, never moved to another zone. */
  const dayPrinter = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (day: Day): string => format.format(new Date(`${day}T00:00:00Z`));
  };
  const time = new Intl.DateTimeFormat(locale, WIB);
  const number = new Intl.NumberFormat(locale);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const weekdayShort = dayPrinter({ weekday: 'short' });
  return {
    locale,
    /** "Jum, 13 Feb 2026" */
    longDay: dayPrinter({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    /** "Sel" */
    weekdayShort,
    /** "Senin" */
    weekdayLong: dayPrinter({ weekday: 'long' }),
    /** "Sel 17/11" */
    shortDay: (day: Day): string => `${weekdayShort(day)} ${dayAndMonth(day)}`,
    /** "17 Nov" */
    dayOfThisYear: dayPrinter({ day: 'numeric', month: 'short' }),
    /** "17 Nov 2026" */
    dayOfAnyYear: dayPrinter({ day: 'numeric', month: 'short', year: 'numeric' }),
    /** "09.12" (WIB) */
    timeOf: (instant: string): string => time.format(new Date(instant)),
    /** "20.000" */
    count: (value: number): string => number.format(value),
    /** A number of bytes as an office reads it, 1 kB = 1,000 bytes: "214 kB", "3,4 MB". */
    bytesWords: (bytes: number): string => {
      const inMega = bytes >= 999_500;
      const value = bytes / (inMega ? 1_000_000 : 1_000);
      const format = inMega && value < 10 ? tenths : whole;
      return `${format.format(bytes > 0 && value < 1 ? 1 : value)} ${inMega ? 'MB' : 'kB'}`;
    },
  };
}

/** Those that are shorter for a day near `today`. */
export function datedFormatsOf(formats: Formats, today: Day) {
  const { dayOfThisYear, dayOfAnyYear, weekdayShort, shortDay, timeOf } = formats;
  /** "17 Nov", with the year when it is not this year. */
  const mediumDay = (day: Day): string =>
    (day.slice(0, 4) === today.slice(0, 4) ? dayOfThisYear : dayOfAnyYear)(day);
  return {
    mediumDay,
    /** "Sel 17 Nov, 09.12" (WIB), with the year when it is not this year. */
    momentOf: (instant: string): string => {
      const day = dayOf(instant);
      return `${weekdayShort(day)} ${mediumDay(day)}, ${timeOf(instant)}`;
    },
    /** "10.42" when it is today, else "Sel 17/11, 10.42". */
    briefMoment: (instant: string): string => {
      const day = dayOf(instant);
      const time = timeOf(instant);
      return day === today ? time : `${shortDay(day)}, ${time}`;
    },
  };
}

/** "17/11" */
export function dayAndMonth(day: Day): string {
  return `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`;
}

/** How much of it is there, in whole percent; 100 only when all of it is. */
export function percentOf({ sent, total }: { readonly sent: number; readonly total: number }): number {
  return total === 0 || sent >= total ? 100 : Math.floor((sent / total) * 100);
}
