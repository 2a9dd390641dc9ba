import type { ListOrder } from '#shared/contract/window/queue.ts';
import type { Db } from '../open-database.ts';
import type { Choice } from './search-choices.ts';
import { type Filtered, type Filters, filteredReader, type Source } from './search-filtered.ts';
import {
  type CachedHits,
  CHECKED,
  HIT_COLUMNS,
  type HitReader,
  type HitRow,
  mustFollow,
  SCANNED,
} from './search-hits.ts';
import type { Expression } from './search-terms.ts';

/** A search with filters, or in another order than that of receipt. */
export type OrderedSearch = {
  /** In the spellings that are sought; empty: only the filters narrow. */
  readonly choices: readonly Choice[];
  /** What the index is asked for; null: it is not made yet, or nothing of the words can be asked. */
  readonly expression: Expression | null;
  readonly filters: Filters;
  readonly order: ListOrder;
  readonly limit: number;
};

/** Finds what passes the filters, and holds the words, in the order that is asked for. */
export function orderedReader(db: Db, hits: HitReader): (search: OrderedSearch) => CachedHits {
  const filtered = filteredReader(db);
  const byNumber = db.prepare<[number], HitRow>(`SELECT ${HIT_COLUMNS} FROM complaint WHERE receivedNo = ?`);

  /** The complaints that are shown, of those that passed the filters. `checked`: their words are read. */
  const shown = (found: Filtered, { order, choices, limit }: OrderedSearch, checked: boolean): Passing => {
    const rows: HitRow[] = [];
    for (const number of found.numbers) {
      const row = byNumber.get(number);
      if (row === undefined || (checked && !hits.holdsAll(row, choices))) continue;
      if (rows.length === limit) return { rows, more: true };
      rows.push(row);
    }
    const { more, lookedAt } = found;
    return lookedAt === 'enough' ? { rows, more } : { rows, more, among: { count: lookedAt, order } };
  };

  return (search) => {
    const { choices, expression, filters, order, limit } = search;
    // The source may not know the words, or not that they follow each other: then the complaint is read.
    const checked = choices.length > 0 && (expression === null || mustFollow(choices));
    const wanted = !checked ? limit : expression === null ? SCANNED : CHECKED;
    const listed = (found: Filtered, sorted = false): CachedHits => {
      const { rows, ...rest } = shown(found, search, checked);
      const inPlace = sorted ? rows.toSorted(COMPARE[order]) : rows;
      return { ...rest, hits: inPlace.map((row) => hits.hitOf(row, choices)) };
    };
    if (expression === null) return listed(filtered({ from: order }, filters, wanted));
    const { match } = expression;
    const newest = filtered({ from: 'index', match }, filters, wanted);
    // Where the index narrows, and few of its complaints pass, the list need not be gone through for them.
    if (order === 'received' || !newest.more) return listed(newest, true);
    const source: Source = choices.length === 0 ? { from: order } : { from: order, match };
    return listed(filtered(source, filters, wanted));
  };
}

type Passing = Omit<CachedHits, 'hits'> & { readonly rows: readonly HitRow[] };

const COMPARE: Readonly<Record<ListOrder, (a: HitRow, b: HitRow) => number>> = {
  due: (a, b) => a.rank - b.rank || a.receivedNo - b.receivedNo,
  received: (a, b) => b.receivedNo - a.receivedNo,
  changed: (a, b) => b.changedAt - a.changedAt || b.receivedNo - a.receivedNo,
};
