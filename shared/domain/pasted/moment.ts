import { dayOfMs, monthOf } from '../calendar/day.ts';

/** A time that a text names, and the words that named it. */
export type Moment = { readonly at: string; readonly words: string };

const MONTH =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|maret|march|mar|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|agustus|august|agt|agu|aug|sep(?:t(?:ember)?)?|oktober|october|okt|oct|nov(?:ember)?|desember|december|des|dec';
const YEAR = String.raw`(?:,?\s+(?<year>20\d{2}))?`;
const DATES: readonly string[] = [
  String.raw`(?<day>\d{1,2})\s+(?<month>${MONTH})\.?${YEAR}`,
  String.raw`(?<month>${MONTH})\.?\s+(?<day>\d{1,2})${YEAR}`,
  String.raw`(?<day>\d{1,2})[/-](?<month>\d{1,2})[/-](?<year>(?:20)?\d{2})`,
  String.raw`(?<year>20\d{2})-(?<month>\d{2})-(?<day>\d{2})`,
  '(?<named>kemarin|yesterday|hari ini|today)',
];
const CLOCK = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.]\d{2})?(?:\s*(?<half>[ap]\.?m\.?))?(?:\s*WIB)?`;
const GAP = String.raw`[,·•]?\s*(?:pukul|jam|at|T)?\s*`;
const PATTERNS = DATES.flatMap((date) => [
  new RegExp(String.raw`(?<![\d/@])${date}${GAP}${CLOCK}(?!\d)`, 'iu'),
  new RegExp(String.raw`(?<!\d)${CLOCK}[,\s·•]+${date}(?!\d)`, 'iu'),
  new RegExp(String.raw`(?<![\d/@])${date}(?![\d\p{L}])`, 'iu'),
]);
const AGO =
  /(?<![\d\p{L}])(\d{1,3})\s*(detik|menit|mnt|jam|hari|hr|minggu|mgg|min|m|j|h|d|w)(?:\s+(?:yang\s+)?(?:lalu|ago))?(?!\p{L})/iu;
const MINUTE = 60_000;
const UNITS: readonly (readonly [ms: number, words: readonly string[]])[] = [
  [1_000, ['detik']],
  [MINUTE, ['menit', 'mnt', 'min', 'm']],
  [60 * MINUTE, ['jam', 'j', 'h']],
  [1_440 * MINUTE, ['hari', 'hr', 'd']],
  [10_080 * MINUTE, ['minggu', 'mgg', 'w']],
];
const DAY_MS = 86_400_000;

/**
 * The first time that a text names, read as WIB. A date without a year is the last such day; one without a
 * time of day is its midnight.
 * @param now ms since 1970: nothing was said after it
 */
export function findMoment(text: string, now: number): Moment | null {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    const at = match?.groups === undefined ? null : instantOf(match.groups, now);
    if (match !== null && at !== null) return { at, words: match[0] };
  }
  return null;
}

/** "2 jam", "3 hari yang lalu", "5m": as a post says how old it is. Only where nothing else stands. */
export function findAge(line: string, now: number): Moment | null {
  if (/^\W*(baru saja|just now)\W*$/iu.test(line)) return { at: new Date(now).toISOString(), words: line };
  const match = AGO.exec(line);
  const word = match?.[2]?.toLowerCase() ?? '';
  const unit = UNITS.find(([, words]) => words.includes(word))?.[0];
  if (match === null || unit === undefined) return null;
  return { at: new Date(now - Number(match[1]) * unit).toISOString(), words: match[0] };
}

function instantOf(found: Readonly<Record<string, string | undefined>>, now: number): string | null {
  const clock = clockOf(found);
  if (clock === null) return null;
  if (found.named !== undefined) {
    const past = /kemarin|yesterday/i.test(found.named) ? DAY_MS : 0;
    return utcOf(`${dayOfMs(now - past)}T${clock}`);
  }
  const month = monthOf(found.month ?? '');
  const day = Number(found.day);
  const years = found.year === undefined ? lastYears(now) : [Number(found.year.padStart(4, '20'))];
  for (const year of years) {
    const date = `${year}-${two(month)}-${two(day)}`;
    const at = utcOf(`${date}T${clock}`);
    // "31 Feb" is no day, and a post does not come from tomorrow.
    if (at !== null && dayOfMs(Date.parse(at)) === date && Date.parse(at) <= now + DAY_MS) return at;
  }
  return null;
}

function lastYears(now: number): number[] {
  const year = Number(dayOfMs(now).slice(0, 4));
  return [year, year - 1];
}

function clockOf({ hour, minute, half }: Readonly<Record<string, string | undefined>>): string | null {
  if (hour === undefined || minute === undefined) return '00:00';
  const given = Number(hour);
  const hours = half === undefined ? given : (given % 12) + (/^p/i.test(half) ? 12 : 0);
  return hours > 23 || Number(minute) > 59 ? null : `${two(hours)}:${minute}`;
}

function utcOf(local: string): string | null {
  const ms = Date.parse(`${local}:00+07:00`);
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
