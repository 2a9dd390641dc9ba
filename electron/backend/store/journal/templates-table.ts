import { ownTemplates } from '#shared/contract/desk-templates.ts';
import type { Template } from '#shared/domain/templates.ts';
import type { Db } from '../open-database.ts';

/** The officer's own templates, in the order of their names. */
export type TemplatesTable = {
  readonly all: () => Template[];
  /** Adds it, or replaces the one with its id. */
  readonly put: (template: Template) => void;
  readonly remove: (id: string) => void;
};

const NAME = 'templates';

export function templatesTable(db: Db): TemplatesTable {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const upsert = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  const all = (): Template[] => {
    const row = select.get(NAME);
    return row === undefined ? [] : (ownTemplates.safeParse(JSON.parse(row.value)).data ?? []);
  };
  const keep = (templates: readonly Template[]): void => {
    const inOrder = templates.toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
    upsert.run(NAME, JSON.stringify(inOrder));
  };
  const without = (id: string): readonly Template[] => all().filter((known) => known.id !== id);
  return {
    all,
    put: (template) => keep([...without(template.id), template]),
    remove: (id) => keep(without(id)),
  };
}
