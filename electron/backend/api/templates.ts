import { MAX_OWN_TEMPLATES } from '#shared/contract/window/templates.ts';
import type { Template } from '#shared/domain/answers/templates.ts';
import type { Desk } from './context.ts';

/** False: there are as many as are kept already. */
export function saveTemplate(
  { reports: { journal }, hub, newId }: Desk,
  { id, name, text }: Omit<Template, 'id'> & { readonly id?: string | undefined },
): { ok: boolean } {
  const others = journal.templates.all().filter((known) => known.id !== id);
  if (others.length >= MAX_OWN_TEMPLATES) return { ok: false };
  journal.write(() => journal.templates.put({ id: id ?? newId(), name, text }));
  hub.publish(['settings'], []);
  return { ok: true };
}

export function removeTemplate({ reports: { journal }, hub }: Desk, id: string): void {
  journal.write(() => journal.templates.remove(id));
  hub.publish(['settings'], []);
}
