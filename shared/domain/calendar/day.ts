/** A calendar day in WIB (UTC+7, no daylight saving): it sorts, stores and prints without a time zone. */
export type Day = string;

/** Milliseconds from UTC to WIB. */
const WIB_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Days as text, by number: formatting a date costs more than all other steps of a deadline. */
const written: (Day | undefined)[] = [];
/** In 2243. Later days are not kept, so that no date makes this grow without end. */
const KEPT_DAYS = 100_000;

/** @throws RangeError when the number is none or no date can hold it. */
export function dayFromNumber(number: number): Day {
  const known = written[number];
  if (known !== undefined) return known;
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10);
  if (Number.isInteger(number) && number >= 0 && number < KEPT_DAYS) written[number] = day;
  return day;
}

/** The WIB calendar day in which an instant (ISO 8601) falls. */
export function dayOf(instant: string): Day {
  return dayOfMs(Date.parse(instant));
}

/** Null: the text is no instant, as that of a complaint of which too little is known. */
export function dayOrNull(instant: string): Day | null {
  return Number.isFinite(Date.parse(instant)) ? dayOf(instant) : null;
}

/** The WIB calendar day of a time in milliseconds since 1970. @throws RangeError when it is no time. */
export function dayOfMs(ms: number): Day {
  return dayFromNumber(Math.floor((ms + WIB_OFFSET_MS) / DAY_MS));
}

/** The WIB wall-clock time of a time in milliseconds since 1970, as it is written here: `17.05`. */
export function timeOfMs(ms: number): string {
  return new Date(ms + WIB_OFFSET_MS).toISOString().slice(11, 16).replace(':', '.');
}

/** The instant at which a WIB wall-clock time (`HH:MM`) on a day begins. */
export function instantAt(day: Day, time = '00:00'): string {
  return new Date(Date.parse(`${day}T${time}:00Z`) - WIB_OFFSET_MS).toISOString();
}

/** Is a text a day of the calendar? "2026-02-31" has the form, and would be read as a day of March. */
export function isRealDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(dayNumber(text)) && addDays(text, 0) === text;
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(dayNumberSince1970: number): number {
  return (((dayNumberSince1970 + 4) % 7) + 7) % 7;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The months as reporters read them: in Bahasa Indonesia, whatever the language of the officer. */
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);
/** How the names of the months begin, in Indonesian and English. */
const MONTH_BEGINNINGS =
  'jan, feb peb, mar, apr, mei may, jun, jul, agu ags agt aug, sep, okt oct, nov nop, des dec'
    .split(', ')
    .map((names) => names.split(' '));

/** The number of a month by its name or its number as people write them; 0: it is none. */
export function monthOf(text: string): number {
  const beginning = text.slice(0, 3).toLowerCase();
  return Number(text) || MONTH_BEGINNINGS.findIndex((names) => names.includes(beginning)) + 1;
}

/** "20 Juni 2026" */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}
