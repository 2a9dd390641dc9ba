import { type SavedView, savedViews } from '#shared/contract/window/views.ts';
import type { Db } from '../open-database.ts';

/** The officer's own views, in their order. */
export type ViewsTable = {
  readonly list: () => readonly SavedView[];
  /** They take the place of those before. */
  readonly save: (views: readonly SavedView[]) => void;
};

type ViewRow = Omit<SavedView, 'fields'> & { readonly fields: string };

export function viewsTable(db: Db): ViewsTable {
  const select = db.prepare<[], ViewRow>(
    'SELECT id, name, search, "order", fields FROM saved_view ORDER BY position',
  );
  const clear = db.prepare('DELETE FROM saved_view');
  const insert = db.prepare<[number, ViewRow]>(`
    INSERT INTO saved_view (position, id, name, search, "order", fields)
    VALUES (?, @id, @name, @search, @order, @fields)`);
  return {
    list: () => {
      const rows = select.all().map((row) => ({ ...row, fields: JSON.parse(row.fields) }));
      return savedViews.safeParse(rows).data ?? [];
    },
    save: (views) => {
      clear.run();
      views.forEach((view, position) => {
        insert.run(position, { ...view, fields: JSON.stringify(view.fields) });
      });
    },
  };
}
