import type { Db } from '../store/open-database.ts';

/** The steps SQLite will take for a statement, e.g. `SEARCH complaint USING INDEX … (rank>?)`. */
export function queryPlan(db: Db, sql: string): readonly string[] {
  const parameters = (sql.match(/\?/g) ?? []).map(() => null);
  return db
    .prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map((row) => row.detail);
}
