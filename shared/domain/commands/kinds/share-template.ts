import * as z from 'zod';
import { APPROVERS } from '../../people/roles.ts';
import { line, text } from '../../schema.ts';
import { nameKey } from '../../text/name-key.ts';
import {
  MAX_OFFICE_TEMPLATES,
  officeTemplateOf,
  refusalOfTemplateName,
  templateSubject,
} from '../spec/office-templates.ts';
import { officeCommand } from '../spec/spec.ts';

/** A text that every officer of the agency can insert. A name stands once: sharing it again replaces it. */
export const shareTemplate = officeCommand({
  payload: z.object({ name: line, text }),
  roles: APPROVERS,
  needsWords: true,
  about: ({ name }) => templateSubject(name),
  refusal: (templates, { name }) => {
    const own = templates.filter(({ everywhere }) => !everywhere);
    const isNew = officeTemplateOf(templates, name) === undefined;
    const full = isNew && own.length >= MAX_OFFICE_TEMPLATES;
    return refusalOfTemplateName(name) ?? (full ? 'too_many_templates' : null);
  },
  effect: (templates, { id, payload: { name, text } }) => {
    const known = officeTemplateOf(templates, name);
    const shared = { id: known?.id ?? id, name: name.trim(), text: text.trim(), everywhere: false };
    const others = templates.filter((template) => template !== known);
    return [...others, shared].sort((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1));
  },
});
