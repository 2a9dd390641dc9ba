import type { ListOrder } from '#shared/contract/window/queue.ts';
import type { Day } from '#shared/domain/calendar/day.ts';
import type { SearchFilter } from '#shared/domain/text/search-query.ts';
import type { Db } from '../open-database.ts';
import { FILTER_LISTS, fromList, QUEUE_LISTS } from './queue-lists.ts';
import { type Condition, conditionOf, type Reach, reachOf } from './search-filters.ts';

/** Filters that name days mean them as seen on `today`. */
export type Filters = { readonly filters: readonly SearchFilter[]; readonly today: Day };
export const NO_FILTERS: Filters = { filters: [], today: '1970-01-01' };

/**
 * Where complaints are taken from: what the index gives for an expression, the newest first, or a list in its
 * order; `match`: only what the index gives for it.
 */
export type Source =
  | { readonly from: 'index'; readonly match: string }
  | { readonly from: ListOrder; readonly match?: string };

/**
 * Complaints of a source that are held against the filters: at 1,000,000 complaints a filter that nothing
 * passes is answered after these. Open complaints stand before closed ones in the list by due day.
 */
const LOOKED_AT = 20_000;

/** `more`: others may pass too. `lookedAt`: so many were looked at, and too few of them pass. */
export type Filtered = {
  readonly numbers: readonly number[];
  readonly more: boolean;
  readonly lookedAt: number | 'enough';
};

/** The `receivedNo` of the complaints of a source that pass every filter, in its order. */
export function filteredReader(db: Db) {
  return (source: Source, { filters, today }: Filters, limit: number, atMost = LOOKED_AT): Filtered => {
    const { sql, values } = sourceSql(source, filters, reachOf(filters, today));
    const conditions = filters.map((filter) => conditionOf(filter, today)).filter((c) => c !== null);
    const bound = conditions.flatMap((condition) => condition.values);
    const passing = db.prepare<(string | number)[], number>(passingSql(sql, source, conditions)).pluck();
    const numbers = passing.all(...values, atMost, ...bound, limit + 1);
    if (numbers.length > limit) return { numbers: numbers.slice(0, limit), more: true, lookedAt: 'enough' };
    const reaching = db.prepare<(string | number)[]>(`${sql} LIMIT 1 OFFSET ?`);
    const more = reaching.get(...values, atMost) !== undefined;
    return { numbers, more, lookedAt: more ? atMost : 'enough' };
  };
}

/** Reads in the order of the source, and stops: most searches have enough long before its end. */
export function passingSql(sql: string, { from }: Source, conditions: readonly Condition[]): string {
  const key = from === 'index' ? 'receivedNo' : 'rid';
  const wanted = ['complaint.ours = 1', ...conditions.map((condition) => condition.sql)];
  return `
    SELECT complaint.receivedNo
    FROM (${sql} LIMIT ?) AS looked CROSS JOIN complaint ON complaint.${key} = looked.${key}
    WHERE ${wanted.join(' AND ')} LIMIT ?`;
}

/** Gives the key of each of its complaints: `rid`, and what the index knows them by, `receivedNo`. */
export function sourceSql(
  source: Source,
  filters: readonly SearchFilter[],
  { rank, receivedNo }: Reach,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const received = [receivedNo.from, receivedNo.to];
  if (source.from === 'index') {
    return {
      sql: `SELECT rowid AS receivedNo FROM complaint_fts
        WHERE complaint_fts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC`,
      values: [source.match, ...received],
    };
  }
  const { from, match } = source;
  const values = match === undefined ? received : [...received, match];
  const within = `receivedNo BETWEEN ? AND ?
    ${match === undefined ? '' : 'AND receivedNo IN (SELECT rowid FROM complaint_fts WHERE complaint_fts MATCH ?)'}`;
  switch (from) {
    case 'received':
      return {
        sql: `SELECT rid FROM complaint WHERE ours = 1 AND ${within} ORDER BY receivedNo DESC`,
        values,
      };
    case 'changed':
      return {
        sql: `SELECT rid FROM complaint INDEXED BY complaint_changed
          WHERE ours = 1 AND ${within} ORDER BY changedAt DESC, receivedNo DESC`,
        values,
      };
    case 'due':
      return {
        sql: `SELECT rid ${fromList(listOf(filters))}
          AND rank BETWEEN ? AND ? AND ${within} ORDER BY rank, receivedNo`,
        values: [rank.from, rank.to, ...values],
      };
  }
}

/** The shortest of the lists by rank that holds every complaint of these filters. */
function listOf(filters: readonly SearchFilter[]) {
  const asked = new Set(filters.map((filter) => (filter.field === 'status' ? filter.value : filter.field)));
  if (asked.has('label')) return FILTER_LISTS.labelled;
  if (asked.has('assignee')) return FILTER_LISTS.assigned;
  if (asked.has('replied')) return QUEUE_LISTS.replied;
  if (asked.has('proses')) return QUEUE_LISTS.inProcess;
  return QUEUE_LISTS.ours;
}
