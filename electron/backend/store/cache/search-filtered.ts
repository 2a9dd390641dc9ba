import type { Day } from '#shared/domain/day.ts';
import type { SearchFilter } from '#shared/domain/search-query.ts';
import type { Db } from '../open-database.ts';
import { conditionOf, type Reach, reachOf } from './search-filters.ts';

/** Filters mean days as seen on `today`. */
export type Filters = { readonly filters: readonly SearchFilter[]; readonly today: Day };
export const NO_FILTERS: Filters = { filters: [], today: '1970-01-01' };

/** Where reports are taken from: what the index gives for an expression, the newest, or the list by due day. */
export type Source = { readonly from: 'index'; readonly match: string } | { readonly from: 'newest' | 'due' };

/**
 * Reports of a source that are held against the filters: at 1,000,000 reports a filter that nothing passes is
 * answered after these, with `more`. Open reports stand before closed ones in the list by due day.
 */
const LOOKED_AT = 20_000;

/** `more`: others may pass too. */
export type Filtered = { readonly numbers: readonly number[]; readonly more: boolean };

export type FilteredReader = (source: Source, filters: Filters, limit: number, atMost?: number) => Filtered;

/** The `received_no` of the reports of a source that pass every filter, in its order. */
export function filteredReader(db: Db): FilteredReader {
  return (source, { filters, today }, limit, atMost = LOOKED_AT) => {
    const { sql, values } = sourceSql(source, filters, reachOf(filters, today));
    const conditions = filters.map((filter) => conditionOf(filter, today)).filter((c) => c !== null);
    const wanted = ['complaint.ours = 1', ...conditions.map((condition) => condition.sql)];
    const passes = db.prepare<(string | number)[]>(
      `SELECT 1 FROM complaint WHERE received_no = ? AND ${wanted.join(' AND ')}`,
    );
    const bound = conditions.flatMap((condition) => condition.values);
    const numbers: number[] = [];
    let looked = 0;
    // One by one, in the order of the source: most searches have enough long before its end.
    for (const row of db.prepare<(string | number)[], { number: number }>(sql).iterate(...values)) {
      if (looked === atMost || numbers.length > limit) break;
      looked++;
      if (passes.get(row.number, ...bound) !== undefined) numbers.push(row.number);
    }
    return { numbers: numbers.slice(0, limit), more: numbers.length > limit || looked === atMost };
  };
}

/** Gives `number`, the `received_no` of each of its reports. */
export function sourceSql(
  source: Source,
  filters: readonly SearchFilter[],
  { rank, receivedNo }: Reach,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const received = [receivedNo.from, receivedNo.to];
  switch (source.from) {
    case 'index':
      return {
        sql: `SELECT rowid AS number FROM complaint_fts
          WHERE complaint_fts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC`,
        values: [source.match, ...received],
      };
    case 'newest':
      return {
        sql: `SELECT received_no AS number FROM complaint
          WHERE ours = 1 AND received_no BETWEEN ? AND ? ORDER BY received_no DESC`,
        values: received,
      };
    case 'due':
      return {
        sql: `SELECT received_no AS number FROM complaint INDEXED BY ${listOf(filters)}
          AND rank BETWEEN ? AND ? AND received_no BETWEEN ? AND ? ORDER BY rank, received_no`,
        values: [rank.from, rank.to, ...received],
      };
  }
}

/** The shortest of the queue's lists that holds every report of these filters. */
function listOf(filters: readonly SearchFilter[]): string {
  const asked = filters.flatMap((filter) => (filter.field === 'status' ? [filter.value] : []));
  if (asked.includes('replied')) return 'complaint_replied WHERE ours = 1 AND replied = 1';
  if (asked.includes('proses')) return "complaint_in_process WHERE ours = 1 AND bucket = 'proses'";
  return 'complaint_rank WHERE ours = 1';
}
