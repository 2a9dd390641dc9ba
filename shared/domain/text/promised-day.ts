import { addDays, type Day, dayNumber, monthOf, weekday, yearOf } from '../calendar/day.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar/working-days.ts';
import { type Span, takerOfSpans } from '../pii/span.ts';

/** A day that a text names. `ahead`: its words alone say that it is to come ("besok", "dalam 3 hari"). */
export type NamedDay = Span & { readonly day: Day; readonly ahead: boolean };

type Reader = {
  readonly pattern: RegExp;
  readonly ahead: boolean;
  /** Null: these words name no day. */
  readonly read: (words: readonly string[], today: Day, calendar: WorkingCalendar) => Day | null;
};

const MONTH =
  'jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun(?:i)?|jul(?:i)?|agu(?:stus)?|agt|ags|sep(?:tember)?|sept|okt(?:ober)?|nov(?:ember)?|des(?:ember)?';
const WEEKDAYS = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'];
const WEEKDAY = "senin|selasa|rabu|kamis|jum['’]?at|sabtu";
const NUMBERS = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'];
const NUMBER = `\\d{1,3}|${NUMBERS.join('|')}|empat belas`;
const COUNT = `(${NUMBER})\\s*(?:\\([^)]{1,20}\\)\\s*)?`;
const UNIT = 'hari kerja|hari kalender|hari|minggu|pekan|bulan';
const WITHIN =
  '(?:dalam(?:\\s+(?:waktu|kurun waktu|tempo))?|paling (?:lama|lambat)|maksimal|selambat-lambatnya|selambatnya|kurang dari|waktu)';
/** A day of this year that is further back is one of the next year. */
const PAST_DAYS = 90;

const READERS: readonly Reader[] = [
  {
    // 20 Juni 2026; of "18-20 Juni" the last
    pattern: new RegExp(`\\b(\\d{1,2})\\s+(${MONTH})\\b\\.?(?:\\s+(\\d{4})\\b)?`, 'giu'),
    ahead: false,
    read: ([, day, month = '', year], today) => dated(Number(day), monthOf(month), year, today),
  },
  {
    // 20/06/2026, 20-6-26; tanggal 20/6
    pattern: /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b|\b(?:tanggal|tgl)\.?\s+(\d{1,2})\/(\d{1,2})\b/giu,
    ahead: false,
    read: ([, a, b, year, c, d], today) => dated(Number(a ?? c), Number(b ?? d), year, today),
  },
  {
    pattern: new RegExp(
      `\\b(awal|pertengahan|akhir)\\s+(?:bulan\\s+)?(${MONTH}|ini|depan)\\b(?:\\s+(\\d{4})\\b)?`,
      'giu',
    ),
    ahead: false,
    read: ([, part = '', name = '', year], today) => partOfMonth(part, name, year, today),
  },
  {
    pattern: /\b(akhir |pertengahan |awal )?bulan\s+(depan|ini)\b/giu,
    ahead: true,
    read: ([, part = 'akhir', name = ''], today) => partOfMonth(part.trim(), name, undefined, today),
  },
  {
    pattern: new RegExp(
      `\\b${WITHIN}\\s+${COUNT}(?:x\\s*24\\s*jam|(${UNIT}))\\b(?!\\s+(?:terakhir|(?:yang\\s+)?lalu|sebelumnya))`,
      'giu',
    ),
    ahead: true,
    read: ([, count = '', unit], today, calendar) => later(count, unit ?? 'hari', today, calendar),
  },
  {
    pattern: new RegExp(`\\b${COUNT}(${UNIT})\\s+(?:lagi|ke ?depan|mendatang)\\b`, 'giu'),
    ahead: true,
    read: ([, count = '', unit = ''], today, calendar) => later(count, unit, today, calendar),
  },
  {
    pattern:
      /\b(?:(?:dalam|paling lama|maksimal)\s+)?(seminggu|sepekan|sebulan)\s+(?:lagi|ke ?depan|ini)\b/giu,
    ahead: true,
    read: ([, word = ''], today, calendar) =>
      later('satu', word === 'sebulan' ? 'bulan' : 'minggu', today, calendar),
  },
  {
    pattern: new RegExp(
      `\\b(?:(hari|pada|lambat|lambatnya|sebelum|besok|sampai|hingga)\\s+)?(?:hari\\s+)?(${WEEKDAY})(?!,?\\s*(?:tanggal\\s+)?\\d)(?:\\s+((?:minggu|pekan)\\s+)?(depan|ini|besok|mendatang|lalu|kemarin))?\\b`,
      'giu',
    ),
    ahead: false,
    read: ([, lead, name = '', week, which], today) => nextWeekday(name, { lead, week, which }, today),
  },
  {
    pattern: /\b(?:minggu|pekan)\s+(depan|ini)\b/giu,
    ahead: true,
    read: ([, which], today, calendar) => endOfWeek(addDays(today, which === 'depan' ? 7 : 0), calendar),
  },
  { pattern: /\blusa\b/giu, ahead: true, read: (_, today) => addDays(today, 2) },
  { pattern: /\bbesok\b/giu, ahead: true, read: (_, today) => addDays(today, 1) },
  { pattern: /\bhari ini(?: juga)?\b/giu, ahead: false, read: (_, today) => today },
];

const TO_COME = /\b(?:depan|besok|mendatang)$/iu;

/** The days that a sentence names, in its order; the longer words before the shorter ones in them. */
export function daysNamed(sentence: string, today: Day, calendar: WorkingCalendar): readonly NamedDay[] {
  const found: NamedDay[] = [];
  const isFree = takerOfSpans(sentence.length);
  for (const { pattern, ahead, read } of READERS) {
    for (const match of sentence.matchAll(pattern)) {
      const span = { from: match.index, to: match.index + match[0].length };
      if (!isFree(span)) continue;
      const day = read(match, today, calendar);
      if (day !== null) found.push({ ...span, day, ahead: ahead || TO_COME.test(match[0]) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function dayAt(year: number, month: number, day: number): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return isReal ? text : null;
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Without a year: this one, unless that is long past. */
function dated(day: number, month: number, year: string | undefined, today: Day): Day | null {
  if (year !== undefined) return dayAt(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = dayAt(yearOf(today), month, day);
  const isPast = thisYear !== null && dayNumber(thisYear) < dayNumber(today) - PAST_DAYS;
  return isPast ? dayAt(yearOf(today) + 1, month, day) : thisYear;
}

/** "awal" ends with the 10th, "pertengahan" with the 20th, a month with its last day. */
function partOfMonth(part: string, name: string, year: string | undefined, today: Day): Day | null {
  const current = Number(today.slice(5, 7));
  const relative = { ini: current, depan: current + 1 }[name.toLowerCase()];
  const month = relative ?? monthOf(name);
  const nth = { awal: 10, pertengahan: 20 }[part.toLowerCase()];
  const inYear = month > 12 ? yearOf(today) + 1 : Number(year ?? yearOf(today));
  const inMonth = month > 12 ? month - 12 : month;
  const last = nth ?? daysOf(inYear, inMonth);
  if (relative !== undefined) return dayAt(inYear, inMonth, last);
  return dated(last, inMonth, year, today);
}

function later(count: string, unit: string, today: Day, calendar: WorkingCalendar): Day | null {
  const said = NUMBERS.indexOf(count.toLowerCase()) + 1;
  const n = count.toLowerCase() === 'empat belas' ? 14 : said > 0 ? said : Number(count);
  if (n < 1 || n > 366) return null;
  switch (unit.toLowerCase()) {
    case 'hari kerja':
      return addWorkingDays(calendar, today, n);
    case 'minggu':
    case 'pekan':
      return addDays(today, 7 * n);
    case 'bulan':
      return addDays(today, 30 * n);
    default:
      return addDays(today, n);
  }
}

/** The next one of that name; "pekan depan": the one of the next week, which begins on a Monday. */
function nextWeekday(
  name: string,
  { lead, week, which }: Readonly<Record<'lead' | 'week' | 'which', string | undefined>>,
  today: Day,
): Day | null {
  const at = which?.toLowerCase();
  if (at === 'lalu' || at === 'kemarin' || (lead === undefined && at === undefined)) return null;
  const wanted = WEEKDAYS.indexOf(name.toLowerCase().replace(/['’]/, ''));
  const now = weekday(dayNumber(today));
  if (week !== undefined && at === 'depan') return addDays(today, 7 - ((now + 6) % 7) + ((wanted + 6) % 7));
  const ahead = (wanted - now + 7) % 7;
  return addDays(today, ahead === 0 && at !== 'ini' ? 7 : ahead);
}

/** The last working day of the week of a day, from Monday to Friday; the Friday where it has none. */
function endOfWeek(day: Day, calendar: WorkingCalendar): Day {
  const friday = addDays(day, 5 - (weekday(dayNumber(day)) || 7));
  for (let back = 0; back < 5; back++) {
    const candidate = addDays(friday, -back);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  return friday;
}
