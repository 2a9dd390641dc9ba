import type { ListOrder } from '#shared/contract/window/queue.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import type { Choice } from './search-choices.ts';
import { type Filtered, type Filters, filteredReader, type Source } from './search-filtered.ts';
import {
  type CachedHits,
  CHECKED,
  firstOf,
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
export function orderedReader(db: Db, { holdsAll, hitOf }: HitReader) {
  const filtered = filteredReader(db);
  const byNumber = statements(db).row<[number], HitRow>(
    `SELECT ${HIT_COLUMNS} FROM complaint WHERE receivedNo = ?`,
  );
  const read = function* (numbers: readonly number[]): Iterable<HitRow> {
    for (const number of numbers) {
      const row = byNumber(number);
      if (row !== null) yield row;
    }
  };
  return ({ choices, expression, filters, order, limit }: OrderedSearch): CachedHits => {
    // The source may not know the words, or not that they follow each other: then the complaint is read.
    const checked = choices.length > 0 && (expression === null || mustFollow(choices));
    const wanted = !checked ? limit : expression === null ? SCANNED : CHECKED;
    const listed = ({ numbers, more, lookedAt }: Filtered, sorted = false): CachedHits => {
      const first = firstOf(read(numbers), limit, (row) => !checked || holdsAll(row, choices));
      const rows = sorted ? first.rows.toSorted(COMPARE[order]) : first.rows;
      const hits = rows.map((row) => hitOf(row, choices));
      if (first.more || lookedAt === 'enough') return { hits, more: first.more || more };
      return { hits, more, among: { count: lookedAt, order } };
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

const COMPARE: Readonly<Record<ListOrder, (a: HitRow, b: HitRow) => number>> = {
  due: (a, b) => a.rank - b.rank || a.receivedNo - b.receivedNo,
  received: (a, b) => b.receivedNo - a.receivedNo,
  changed: (a, b) => b.changedAt - a.changedAt || b.receivedNo - a.receivedNo,
};
