import { type MovedDeadlines, movedDeadlines } from '#shared/contract/desk-deadlines.ts';
import type { Db } from '../open-database.ts';

/** What new holidays or rules have moved last. */
export type MovesTable = {
  readonly last: () => MovedDeadlines | null;
  readonly put: (moved: MovedDeadlines) => void;
};

const NAME = 'moved_deadlines';

export function movesTable(db: Db): MovesTable {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  return {
    last: () => {
      const row = select.get(NAME);
      return row === undefined ? null : (movedDeadlines.safeParse(JSON.parse(row.value)).data ?? null);
    },
    put: (moved) => {
      upsert.run(NAME, JSON.stringify(moved));
    },
  };
}
