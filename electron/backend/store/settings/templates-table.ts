import { ownTemplates } from '#shared/contract/window/templates.ts';
import type { Template } from '#shared/domain/answers/templates.ts';
import type { SettingRows } from './setting-rows.ts';

/** The officer's own templates, in the order of their names. */
export type TemplatesTable = {
  readonly all: () => Template[];
  /** Adds it, or replaces the one with its id. */
  readonly put: (template: Template) => void;
  readonly remove: (id: string) => void;
};

const NAME = 'templates';

export function templatesTable(rows: SettingRows): TemplatesTable {
  const all = (): Template[] => {
    const value = rows.get(NAME);
    return value === null ? [] : (ownTemplates.safeParse(JSON.parse(value)).data ?? []);
  };
  const keep = (templates: readonly Template[]): void => {
    const inOrder = templates.toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
    rows.put(NAME, JSON.stringify(inOrder));
  };
  const without = (id: string): readonly Template[] => all().filter((known) => known.id !== id);
  return {
    all,
    put: (template) => keep([...without(template.id), template]),
    remove: (id) => keep(without(id)),
  };
}
