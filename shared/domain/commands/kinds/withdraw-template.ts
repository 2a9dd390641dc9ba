import * as z from 'zod';
import { APPROVERS } from '../../people/roles.ts';
import { line } from '../../schema.ts';
import { officeTemplateOf, refusalOfTemplateName, templateSubject } from '../spec/office-templates.ts';
import { officeCommand } from '../spec/spec.ts';

/** Takes a shared text away. Withdrawing what is not there changes nothing. */
export const withdrawTemplate = officeCommand({
  payload: z.object({ name: line }),
  roles: APPROVERS,
  about: ({ name }) => templateSubject(name),
  refusal: (_, { name }) => refusalOfTemplateName(name),
  effect: (templates, { payload }) => {
    const known = officeTemplateOf(templates, payload.name);
    return templates.filter((template) => template !== known);
  },
});
