import { type MovedDeadlines, movedDeadlines } from '#shared/contract/window/deadlines.ts';
import type { Db } from '../open-database.ts';

/** What new holidays or rules have moved last. */
export type MovedDeadlinesTable = {
  readonly last: () => MovedDeadlines | null;
  readonly put: (moved: MovedDeadlines) => void;
};

export function movedDeadlinesTable(db: Db): MovedDeadlinesTable {
  const select = db.prepare<[], string>('SELECT value FROM moved_deadlines').pluck();
  const put = db.prepare<[string]>('INSERT OR REPLACE INTO moved_deadlines (only, value) VALUES (1, ?)');
  return {
    last: () => movedDeadlines.safeParse(JSON.parse(select.get() ?? 'null')).data ?? null,
    put: (moved) => {
      put.run(JSON.stringify(moved));
    },
  };
}
