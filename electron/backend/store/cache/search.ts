import type { ListOrder } from '#shared/contract/window/queue.ts';
import type { Db } from '../open-database.ts';
import { type CachedRow, QUEUE_COLUMNS, type RowOfQueue, rowOf } from './queue-row.ts';
import { type Choice, choicesOf, withoutRepeats } from './search-choices.ts';
import { type Filtered, type Filters, filteredReader, NO_FILTERS, type Source } from './search-filtered.ts';
import { type FoundIn, foundInHistory, historyReader } from './search-history.ts';
import type { Nearby } from './search-nearby.ts';
import type { SearchTerms } from './search-terms.ts';
import { holdsAny, type Marked, markWords, snippetOf } from './search-words.ts';

export type CachedHit = CachedRow & {
  readonly titleMarks: Marked;
  readonly snippet: Marked;
  readonly foundIn: FoundIn | null;
};
/** `among`: only so many reports were looked at, the first in this order. */
export type CachedHits = {
  readonly hits: readonly CachedHit[];
  readonly more: boolean;
  readonly among?: { readonly count: number; readonly order: ListOrder };
};

/** Reports looked through, newest first, while the full-text index is still being made. */
const SCANNED = 20_000;
/**
 * Reports looked through before the index is asked for a beginning of very many words. Where most reports
 * hold one of them these are enough: at 1,000,000 reports the index took 0.6 s for "5" and 50 ms for "j",
 * because it gathers every report or follows hundreds of words side by side.
 */
const NEAR = 200;
/**
 * Hits of the index that are read themselves where words must follow each other ("rs": "rumah sakit"), which
 * the index does not know: 0.1 ms for each at the most.
 */
const CHECKED = 300;
/** A number beside a view need not be exact beyond this. */
const COUNTED = 99;
/** Reports held against the filters for such a number: 20 ms at the most. */
const COUNTED_AMONG = 2_000;
const TEXTS =
  'complaint.rid, complaint.originalText, complaint.finalText, complaint.village, complaint.regency';
const HIT_COLUMNS = `${QUEUE_COLUMNS}, ${TEXTS}`;

export const SEARCH_SQL = `
  SELECT ${HIT_COLUMNS} FROM complaint_fts JOIN complaint ON complaint.receivedNo = complaint_fts.rowid
  WHERE complaint_fts MATCH ? AND ours = 1
  ORDER BY complaint_fts.rowid DESC LIMIT ?`;

type HitRow = RowOfQueue & {
  rid: number;
  originalText: string;
  finalText: string;
  village: string | null;
  regency: string | null;
};
type OrderedRow = HitRow & { changedAt: number };

export type SearchReader = {
  /**
   * All of the words, each as a prefix or in another of its spellings. With the index also what lies a slip
   * of the hand away from a word that no report holds. `indexed` false: reports are read themselves, and
   * `among` says that the rest was not. With filters only what passes all of them. Without an order words
   * give the newest reports first, filters alone the nearest due day.
   */
  readonly search: (
    text: string,
    limit: number,
    indexed: boolean,
    filters?: Filters,
    order?: ListOrder,
  ) => CachedHits;
  /**
   * How many reports a search finds, without reading their texts, up to `COUNTED`; `more`: at least so many.
   */
  readonly count: (text: string, filters: Filters) => { readonly count: number; readonly more: boolean };
};

export function searchReader(db: Db, terms: SearchTerms, nearby: Nearby): SearchReader {
  const byIndex = db.prepare<[string, number], HitRow>(SEARCH_SQL);
  const newest = db.prepare<[number], HitRow>(`
    SELECT ${HIT_COLUMNS} FROM complaint WHERE ours = 1 ORDER BY receivedNo DESC LIMIT ?`);

  const byNumber = db.prepare<[number], OrderedRow>(`
    SELECT ${HIT_COLUMNS}, complaint.changedAt FROM complaint WHERE receivedNo = ?`);
  const filtered = filteredReader(db);
  const history = historyReader(db);

  /** The words that stand in none of the report's own fields. */
  const missingIn = (row: HitRow, choices: readonly Choice[]): readonly Choice[] => {
    const fields = [row.trackingId, row.title, ...textsOf(row)];
    return choices.filter((choice) => !fields.some((field) => holdsAny(field, choice)));
  };
  const holdsAll = (row: HitRow, choices: readonly Choice[]): boolean => {
    const missing = missingIn(row, choices);
    if (missing.length === 0) return true;
    const written = history(row.rid);
    return missing.every((choice) => written.some(({ text }) => holdsAny(text, choice)));
  };
  const hitOf = (row: HitRow, choices: readonly Choice[]): CachedHit => {
    const spellings = choices.flat();
    const titleMarks = { text: row.title, ranges: markWords(row.title, spellings) };
    const snippet = snippetOf(textsOf(row), spellings);
    // What is marked already need not be sought again: most hits end here.
    const unmarked = choices.filter(
      (choice) => !holdsAny(snippet.text, choice) && !holdsAny(row.title, choice),
    );
    const missing = unmarked.length === 0 ? unmarked : missingIn(row, unmarked);
    const inHistory = missing.length === 0 ? null : foundInHistory(history(row.rid), missing, choices);
    return {
      ...rowOf(row),
      titleMarks,
      snippet: inHistory?.snippet ?? snippet,
      foundIn: inHistory?.foundIn ?? null,
    };
  };

  /** Without `among` the hits are those that the index would give. */
  const scan = (choices: readonly Choice[], limit: number, atMost: number): CachedHits => {
    const hits: CachedHit[] = [];
    let looked = 0;
    for (const row of newest.iterate(atMost)) {
      looked++;
      if (!holdsAll(row, choices)) continue;
      if (hits.length === limit) return { hits, more: true };
      hits.push(hitOf(row, choices));
    }
    if (looked < atMost) return { hits, more: false };
    return { hits, more: true, among: { count: atMost, order: 'received' } };
  };

  const byIndexOf = (match: string, choices: readonly Choice[], limit: number): CachedHits => {
    const follow = choices.flat().some(({ words }) => words.length > 1);
    const hits: CachedHit[] = [];
    let looked = 0;
    for (const row of byIndex.iterate(match, follow ? CHECKED : limit + 1)) {
      looked++;
      if (follow && !holdsAll(row, choices)) continue;
      if (hits.length === limit) return { hits, more: true };
      hits.push(hitOf(row, choices));
    }
    return { hits, more: follow && looked === CHECKED };
  };

  /**
   * The reports that the officer sees, of those that passed the filters. `checked`: they are read themselves.
   */
  const shown = (
    { numbers, more, lookedAt }: Filtered,
    order: ListOrder,
    choices: readonly Choice[],
    limit: number,
    checked: boolean,
  ): Passing => {
    const rows: OrderedRow[] = [];
    for (const number of numbers) {
      const row = byNumber.get(number);
      if (row === undefined || (checked && !holdsAll(row, choices))) continue;
      if (rows.length === limit) return { rows, more: true };
      rows.push(row);
    }
    return lookedAt === 'enough' ? { rows, more } : { rows, more, among: { count: lookedAt, order } };
  };

  const inOrder = (
    text: string,
    typed: readonly Choice[],
    limit: number,
    indexed: boolean,
    filters: Filters,
    order: ListOrder,
  ): CachedHits => {
    const choices = indexed ? nearby(typed) : typed;
    const expression = indexed ? terms.expression(`${text} ${placesOf(filters)}`, choices) : null;
    const follow = choices.flat().some(({ words }) => words.length > 1);
    // What the source does not know of the words is read: the words themselves, or that they follow each
    // other.
    const checked = typed.length > 0 && (expression === null || follow);
    const wanted = !checked ? limit : expression === null ? SCANNED : CHECKED;
    const listed = (found: Filtered, sorted = false): CachedHits => {
      const { rows, ...rest } = shown(found, order, choices, limit, checked);
      const inPlace = sorted ? rows.toSorted(COMPARE[order]) : rows;
      return { ...rest, hits: inPlace.map((row) => hitOf(row, choices)) };
    };
    if (expression === null) return listed(filtered({ from: order }, filters, wanted));
    const { match } = expression;
    const newest = filtered({ from: 'index', match }, filters, wanted);
    // Where the index narrows, and few of its reports pass, the list need not be gone through for them.
    if (order === 'received' || !newest.more) return listed(newest, true);
    const source: Source = typed.length === 0 ? { from: order } : { from: order, match };
    return listed(filtered(source, filters, wanted));
  };

  return {
    count: (typedText, filters) => {
      const text = withoutRepeats(typedText);
      const typed = choicesOf(text);
      const expression =
        typed.length === 0 ? null : terms.expression(`${text} ${placesOf(filters)}`, nearby(typed));
      if (typed.length > 0 && expression === null) return { count: 0, more: false };
      const source: Source =
        expression === null ? { from: 'due' } : { from: 'index', match: expression.match };
      const { numbers, more } = filtered(source, filters, COUNTED, COUNTED_AMONG);
      return { count: numbers.length, more };
    },
    search: (typedText, limit, indexed, filters = NO_FILTERS, order) => {
      const text = withoutRepeats(typedText);
      const typed = choicesOf(text);
      const asksNothing = typed.length === 0 && filters.filters.length === 0;
      if (asksNothing) return { hits: [], more: false };
      const wanted = order ?? (typed.length === 0 ? 'due' : 'received');
      if (filters.filters.length > 0 || wanted !== 'received') {
        return inOrder(text, typed, limit, indexed, filters, wanted);
      }
      if (!indexed) return scan(typed, limit, SCANNED);
      const choices = nearby(typed);
      const expression = terms.expression(text, choices);
      if (expression === null) return { hits: [], more: false };
      if (expression.broad) {
        const near = scan(choices, limit, NEAR);
        if (near.among === undefined) return near;
      }
      return byIndexOf(expression.match, choices, limit);
    },
  };
}

type Passing = Omit<CachedHits, 'hits'> & { readonly rows: readonly OrderedRow[] };

const COMPARE: Readonly<Record<ListOrder, (a: OrderedRow, b: OrderedRow) => number>> = {
  due: (a, b) => a.rank - b.rank || a.receivedNo - b.receivedNo,
  received: (a, b) => b.receivedNo - a.receivedNo,
  changed: (a, b) => b.changedAt - a.changedAt || b.receivedNo - a.receivedNo,
};

/** The index holds places too: it narrows by them before a report is looked at. */
function placesOf({ filters }: Filters): string {
  return filters
    .flatMap((filter) => (filter.field === 'district' || filter.field === 'village' ? [filter.value] : []))
    .join(' ');
}

function textsOf(row: HitRow): string[] {
  const place = [row.village, row.district, row.regency].filter((part) => part !== null).join(', ');
  return [row.finalText, row.originalText, place];
}
