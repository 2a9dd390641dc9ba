import type { Db } from '../open-database.ts';
import type { Choice } from './search-choices.ts';
import {
  type CachedHits,
  CHECKED,
  firstOf,
  HIT_COLUMNS,
  type HitReader,
  type HitRow,
  mustFollow,
} from './search-hits.ts';

export const SEARCH_SQL = `
  SELECT ${HIT_COLUMNS} FROM complaint_fts JOIN complaint ON complaint.receivedNo = complaint_fts.rowid
  WHERE complaint_fts MATCH ? AND ours = 1
  ORDER BY complaint_fts.rowid DESC LIMIT ?`;

/** Searches by words alone, newest first. */
export function newestReader(db: Db, { holdsAll, hitOf }: HitReader) {
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
