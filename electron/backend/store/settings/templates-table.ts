import type { Template } from '#shared/domain/answers/templates.ts';
import type { Db } from '../open-database.ts';

/** The officer's own templates, in the order of their names. */
export type TemplatesTable = {
  readonly all: () => Template[];
  /** Adds it, or replaces the one with its id. */
  readonly put: (template: Template) => void;
  readonly remove: (id: string) => void;
};

export function templatesTable(db: Db): TemplatesTable {
  const select = db.prepare<[], Template>('SELECT id, name, text FROM template');
  const put = db.prepare<[Template]>(
    'INSERT OR REPLACE INTO template (id, name, text) VALUES (@id, @name, @text)',
  );
  const remove = db.prepare<[string]>('DELETE FROM template WHERE id = ?');
  return {
    all: () => select.all().toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    put: (template) => {
      put.run(template);
    },
    remove: (id) => {
      remove.run(id);
    },
  };
}
