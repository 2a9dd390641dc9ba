import { type SavedView, savedViews } from '#shared/contract/desk-views.ts';
import type { Db } from '../open-database.ts';

/** The officer's own views, in their order. */
export type ViewsTable = {
  readonly list: () => readonly SavedView[];
  readonly save: (views: readonly SavedView[]) => void;
};

const NAME = 'saved_views';

export function viewsTable(db: Db): ViewsTable {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  return {
    list: () => {
      const parsed = savedViews.safeParse(JSON.parse(select.get(NAME)?.value ?? '[]'));
      return parsed.success ? parsed.data : [];
    },
    save: (views) => {
      upsert.run(NAME, JSON.stringify(views));
    },
  };
}
