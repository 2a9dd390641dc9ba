import { MAX_OWN_TEMPLATES } from '#shared/contract/window/templates.ts';
import { projectedTemplates } from '../projection/office-templates.ts';
import type { BackendContext } from './context.ts';
import { silent, type WindowApi } from './implement.ts';

export function templateHandlers(os: WindowApi['template'], context: BackendContext) {
  const { hub, newId } = context;
  const { templates, write } = context.journal;
  return {
    list: os.list.handler(() => templates.all()),
    office: os.office.handler(() => projectedTemplates(context)),
    /** Not ok: there are as many as are kept already. */
    save: os.save.handler(({ input: { id = newId(), name, text } }) => {
      const others = templates.all().filter((known) => known.id !== id);
      if (others.length >= MAX_OWN_TEMPLATES) return { ok: false };
      write(() => templates.put({ id, name, text }));
      hub.publish(['settings'], []);
      return { ok: true };
    }),
    remove: os.remove.handler(
      silent(({ input }) => {
        write(() => templates.remove(input.id));
        hub.publish(['settings'], []);
      }),
    ),
  };
}
