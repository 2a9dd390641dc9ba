import type { ListOrder } from '#shared/contract/window/queue.ts';
import type { Db } from '../open-database.ts';
import { type Choice, choicesOf, withoutRepeats } from './search-choices.ts';
import { type Filters, filteredReader, NO_FILTERS, type Source } from './search-filtered.ts';
import {
  type CachedHits,
  CHECKED,
  firstOf,
  HIT_COLUMNS,
  type HitReader,
  type HitRow,
  hitReader,
  mustFollow,
  SCANNED,
} from './search-hits.ts';
import { nearbyWords } from './search-nearby.ts';
import { orderedReader } from './search-ordered.ts';
import type { SearchTerms } from './search-terms.ts';

/**
 * Complaints that are read before the index is asked for a beginning of very many words. Where most
 * complaints hold one of them these are enough: at 1,000,000 complaints the index took 0.6 s for "5" and 50
 * ms for "j", because it gathers every complaint or follows hundreds of words side by side.
 */
const NEAR = 200;
/** A number beside a view need not be exact beyond this. */
const COUNTED = 99;
/** Complaints held against the filters for such a number: 20 ms at the most. */
const COUNTED_AMONG = 2_000;

export const SEARCH_SQL = `
  SELECT ${HIT_COLUMNS} FROM complaint_fts JOIN complaint ON complaint.receivedNo = complaint_fts.rowid
  WHERE complaint_fts MATCH ? AND ours = 1
  ORDER BY complaint_fts.rowid DESC LIMIT ?`;

export function searchReader(db: Db, terms: SearchTerms) {
  const hits = hitReader(db);
  const { scan, byIndex } = newestReader(db, hits);
  const inOrder = orderedReader(db, hits);
  const filtered = filteredReader(db);
  const nearby = nearbyWords(db);

  const newestFirst = (text: string, choices: readonly Choice[], limit: number): CachedHits => {
    const expression = terms.expression(text, choices);
    if (expression === null) return { hits: [], more: false };
    if (expression.broad) {
      const near = scan(choices, limit, NEAR);
      if (near.among === undefined) return near;
    }
    return byIndex(expression.match, choices, limit);
  };

  return {
    /** How many complaints a search finds, up to `COUNTED`, reading no texts; `more`: at least so many. */
    count: (typedText: string, filters: Filters): { readonly count: number; readonly more: boolean } => {
      const text = withoutRepeats(typedText);
      const typed = choicesOf(text);
      const expression =
        typed.length === 0 ? null : terms.expression(withPlaces(text, filters), nearby(typed));
      if (typed.length > 0 && expression === null) return { count: 0, more: false };
      const source: Source =
        expression === null ? { from: 'due' } : { from: 'index', match: expression.match };
      const { numbers, more } = filtered(source, filters, COUNTED, COUNTED_AMONG);
      return { count: numbers.length, more };
    },
    /**
     * All of the words, each as a prefix or in another of its spellings. With the index also what lies a slip
     * of the hand away from a word that no complaint holds. `indexed` false: complaints are read themselves,
     * and `among` says that the rest was not. With filters only what passes all of them. Without an order
     * words give the newest complaints first, filters alone the nearest due day.
     */
    search: (
      typedText: string,
      limit: number,
      indexed: boolean,
      filters: Filters = NO_FILTERS,
      order?: ListOrder,
    ): CachedHits => {
      const text = withoutRepeats(typedText);
      const typed = choicesOf(text);
      if (typed.length === 0 && filters.filters.length === 0) return { hits: [], more: false };
      const wanted = order ?? (typed.length === 0 ? 'due' : 'received');
      if (filters.filters.length === 0 && wanted === 'received') {
        return indexed ? newestFirst(text, nearby(typed), limit) : scan(typed, limit, SCANNED);
      }
      const choices = indexed ? nearby(typed) : typed;
      const expression = indexed ? terms.expression(withPlaces(text, filters), choices) : null;
      return inOrder({ choices, expression, filters, order: wanted, limit });
    },
  };
}

/** The index holds places too: it narrows by them before a complaint is looked at. */
function withPlaces(text: string, { filters }: Filters): string {
  const places = filters.flatMap((filter) =>
    filter.field === 'district' || filter.field === 'village' ? [filter.value] : [],
  );
  return `${text} ${places.join(' ')}`;
}

/** Searches by words alone, newest first. */
function newestReader(db: Db, { holdsAll, hitOf }: HitReader) {
  const matching = db.prepare<[string, number], HitRow>(SEARCH_SQL);
  const newest = db.prepare<[number], HitRow>(`
    SELECT ${HIT_COLUMNS} FROM complaint WHERE ours = 1 ORDER BY receivedNo DESC LIMIT ?`);
  return {
    /** Reads the newest complaints themselves. Without `among` the hits are those of the index. */
    scan: (choices: readonly Choice[], limit: number, atMost: number): CachedHits => {
      const { rows, more, looked } = firstOf(newest.iterate(atMost), limit, (row) => holdsAll(row, choices));
      const hits = rows.map((row) => hitOf(row, choices));
      if (more || looked < atMost) return { hits, more };
      return { hits, more: true, among: { count: atMost, order: 'received' } };
    },
    /** Asks the full-text index for an expression. */
    byIndex: (match: string, choices: readonly Choice[], limit: number): CachedHits => {
      const follow = mustFollow(choices);
      const found = matching.iterate(match, follow ? CHECKED : limit + 1);
      const { rows, more, looked } = firstOf(found, limit, (row) => !follow || holdsAll(row, choices));
      return { hits: rows.map((row) => hitOf(row, choices)), more: more || (follow && looked === CHECKED) };
    },
  };
}
