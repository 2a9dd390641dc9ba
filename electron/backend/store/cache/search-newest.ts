import type { Db } from '../open-database.ts';
import type { Choice } from './search-choices.ts';
import {
  type CachedHit,
  type CachedHits,
  CHECKED,
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
export type NewestReader = {
  /** Reads the newest complaints themselves. Without `among` the hits are those that the index would give. */
  readonly scan: (choices: readonly Choice[], limit: number, atMost: number) => CachedHits;
  /** Asks the full-text index for an expression. */
  readonly byIndex: (match: string, choices: readonly Choice[], limit: number) => CachedHits;
};

export function newestReader(db: Db, { holdsAll, hitOf }: HitReader): NewestReader {
  const matching = db.prepare<[string, number], HitRow>(SEARCH_SQL);
  const newest = db.prepare<[number], HitRow>(`
    SELECT ${HIT_COLUMNS} FROM complaint WHERE ours = 1 ORDER BY receivedNo DESC LIMIT ?`);
  return {
    scan: (choices, limit, atMost) => {
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
    },
    byIndex: (match, choices, limit) => {
      const follow = mustFollow(choices);
      const hits: CachedHit[] = [];
      let looked = 0;
      for (const row of matching.iterate(match, follow ? CHECKED : limit + 1)) {
        looked++;
        if (follow && !holdsAll(row, choices)) continue;
        if (hits.length === limit) return { hits, more: true };
        hits.push(hitOf(row, choices));
      }
      return { hits, more: follow && looked === CHECKED };
    },
  };
}
