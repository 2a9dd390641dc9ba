import { MAX_OWN_TEMPLATES } from '#shared/contract/window/templates.ts';
import type { Template } from '#shared/domain/answers/templates.ts';
import { projectedTemplates } from '../projection/office-templates.ts';
import type { BackendContext } from './context.ts';
import { silent, type WindowApi } from './implement.ts';

/** False: there are as many as are kept already. */
function saveTemplate(
  { journal, hub, newId }: BackendContext,
  { id, name, text }: Omit<Template, 'id'> & { readonly id?: string | undefined },
): { ok: boolean } {
  const others = journal.templates.all().filter((known) => known.id !== id);
  if (others.length >= MAX_OWN_TEMPLATES) return { ok: false };
  journal.write(() => journal.templates.put({ id: id ?? newId(), name, text }));
  hub.publish(['settings'], []);
  return { ok: true };
}

export function templateHandlers(os: WindowApi['template'], context: BackendContext) {
  const { journal, hub } = context;
  return {
    list: os.list.handler(() => journal.templates.all()),
    office: os.office.handler(() => projectedTemplates(context)),
    save: os.save.handler(({ input }) => saveTemplate(context, input)),
    remove: os.remove.handler(
      silent(({ input }) => {
        journal.write(() => journal.templates.remove(input.id));
        hub.publish(['settings'], []);
      }),
    ),
  };
}
