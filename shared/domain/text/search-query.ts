import { addDays, type Day, dayNumber, isRealDay, weekday } from '../calendar/day.ts';
import type { Bucket } from '../complaint/status.ts';

/** What a filter looks at, where the officer names a value. */
export const VALUE_FIELDS = ['district', 'village', 'category', 'label', 'channel', 'assignee'] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];
export type SoughtStatus = Bucket | 'replied';

export type SearchFilter =
  /** The words begin words of the value, in their order: "lubuk" finds "Lubuk Pakam". */
  | { readonly field: ValueField; readonly value: string }
  | { readonly field: 'status'; readonly value: SoughtStatus }
  /** Days of receipt, WIB, both included. */
  | { readonly field: 'received'; readonly from: Day | null; readonly to: Day | null }
  | { readonly field: 'anonymous' | 'confidential' | 'overdue' | 'unread' };

/** A filter and where it was typed, [start, end) in UTF-16 units. */
export type TypedFilter = SearchFilter & { readonly start: number; readonly end: number };

export type SearchProblem = {
  readonly code: 'unknown_key' | 'unknown_status' | 'not_a_day';
  readonly typed: string;
};

export type SearchQuery = {
  readonly words: string;
  readonly filters: readonly TypedFilter[];
  /** Nothing is sought before this is mended. */
  readonly problem: SearchProblem | null;
  /** A filter whose value is being typed at the end of the text, for completion. */
  readonly open: {
    readonly field: ValueField | 'status';
    readonly value: string;
    readonly start: number;
  } | null;
};

type Key = ValueField | 'status' | 'from' | 'to';

/** The officer's words for the keys, beside their names. */
const KEYS: Readonly<Record<Key, readonly string[]>> = {
  district: ['kec', 'kecamatan'],
  village: ['kel', 'kelurahan', 'desa'],
  category: ['kategori'],
  label: [],
  channel: ['kanal'],
  assignee: ['untuk'],
  status: [],
  from: ['dari'],
  to: ['sampai'],
};

const STATUSES: Readonly<Record<SoughtStatus, readonly string[]>> = {
  belum_terverifikasi: [],
  belum_ditindaklanjuti: ['belum', 'baru', 'new'],
  proses: ['process'],
  replied: ['dibalas'],
  selesai: ['done'],
  tunda: ['ditunda', 'postponed'],
  arsip: ['diarsipkan', 'archived'],
};
export const STATUS_WORDS = ['belum', 'proses', 'dibalas', 'selesai', 'tunda', 'arsip'] as const;

const FLAGS = {
  anonymous: ['anonim'],
  confidential: ['rahasia'],
  overdue: ['telat', 'terlambat'],
  unread: ['belum-dibaca'],
  today: ['hari-ini'],
  this_week: ['minggu-ini', 'pekan-ini'],
} as const;

/** What a typed word stands for in a table: a name, or one of the words beside it. */
function meaningOf<Name extends string>(
  table: Readonly<Record<Name, readonly string[]>>,
  word: string,
): Name | undefined {
  const names = Object.keys(table) as Name[];
  return names.find((name) => name.replaceAll('_', '-') === word || table[name].includes(word));
}

function flagOf(word: string, today: Day): SearchFilter | null {
  const flag = meaningOf(FLAGS, word);
  if (flag === undefined) return null;
  if (flag === 'today') return { field: 'received', from: today, to: today };
  if (flag !== 'this_week') return { field: flag };
  const sinceMonday = (weekday(dayNumber(today)) + 6) % 7;
  return { field: 'received', from: addDays(today, -sinceMonday), to: today };
}

/** A key with its value in quotation marks or a single word; else a quoted text or a word, as a link is. */
const TOKEN = /([\p{L}-]+):(?!\/\/)[ \t]*(?:"([^"]*)"?|([^\s"]*))|"[^"]*"?|\S+/gu;

/**
 * Takes apart what was typed: `kec:"Lubuk Pakam" status:proses telat lampu`. What stands in quotation marks
 * is a word: `"telat"` is sought in the texts. A key without a value says nothing yet.
 */
export function parseSearch(text: string, today: Day): SearchQuery {
  const words: string[] = [];
  const filters: TypedFilter[] = [];
  let problem: SearchProblem | null = null;
  let open: SearchQuery['open'] = null;
  for (const match of text.matchAll(TOKEN)) {
    const [typed, name, quoted, plain] = match;
    const place = { start: match.index, end: match.index + typed.length };
    if (name === undefined) {
      const flag = flagOf(typed.toLowerCase(), today);
      if (flag === null) words.push(typed);
      else filters.push({ ...flag, ...place });
      continue;
    }
    const key = meaningOf(KEYS, name.toLowerCase());
    const value = (quoted ?? plain ?? '').trim();
    if (key === undefined) {
      // "Catatan: jalan" is a sentence; `catatan:jalan` wants to be a filter.
      if (value === '' || /:\s/.test(typed)) words.push(typed);
      else problem ??= { code: 'unknown_key', typed: name };
      continue;
    }
    const closed = quoted !== undefined && typed.endsWith('"') && !typed.endsWith(':"');
    if (place.end === text.length && !closed && key !== 'from' && key !== 'to') {
      open = { field: key, value, start: place.start };
    }
    if (value === '') continue;
    const made = filterOf(key, value, today);
    if ('code' in made) {
      // A word that is still being typed is no mistake.
      if (!(key === 'status' && open !== null && beginsStatus(value))) problem ??= made;
    } else filters.push({ ...made, ...place });
  }
  return { words: words.join(' '), filters, problem, open };
}

function filterOf(key: Key, value: string, today: Day): SearchFilter | SearchProblem {
  switch (key) {
    case 'status': {
      const status = meaningOf(STATUSES, value.toLowerCase().replaceAll(/[_ ]/g, '-'));
      if (status === undefined) return { code: 'unknown_status', typed: value };
      return { field: 'status', value: status };
    }
    case 'from':
    case 'to': {
      const day = typedDay(value, today);
      if (day === null) return { code: 'not_a_day', typed: value };
      return { field: 'received', from: key === 'from' ? day : null, to: key === 'to' ? day : null };
    }
    default:
      return { field: key, value };
  }
}

function beginsStatus(value: string): boolean {
  const words = Object.entries(STATUSES).flatMap(([name, others]) => [name.replaceAll('_', '-'), ...others]);
  return words.some((word) => word.startsWith(value.toLowerCase()));
}

/** `2026-02-13`, `13/2/2026`, `13/2` (the last one that is not in the future), `hari-ini`, `kemarin`. */
function typedDay(value: string, today: Day): Day | null {
  const word = value.toLowerCase();
  if (word === 'hari-ini' || word === 'today') return today;
  if (word === 'kemarin' || word === 'yesterday') return addDays(today, -1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  if (iso !== null) return dayIfReal(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(word);
  if (local === null) return null;
  const [, date, month, year] = local;
  if (year !== undefined) return dayIfReal(year, month, date);
  const thisYear = dayIfReal(today.slice(0, 4), month, date);
  if (thisYear !== null && thisYear <= today) return thisYear;
  return dayIfReal(String(Number(today.slice(0, 4)) - 1), month, date);
}

function dayIfReal(year = '', month = '', date = ''): Day | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isRealDay(day) ? day : null;
}

export function withoutFilter(text: string, { start, end }: Pick<TypedFilter, 'start' | 'end'>): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

/** The text with the value of its last, open filter put in. */
export function completed(text: string, start: number, value: string): string {
  const key = text.slice(start, text.indexOf(':', start));
  return `${text.slice(0, start)}${key}:${/\s/.test(value) ? `"${value}"` : value} `;
}
