import { oc } from '@orpc/contract';
import * as z from 'zod';
import { MAX_TEMPLATE_NAME } from '../../domain/answers/templates.ts';
import { officeTemplate } from '../../domain/commands/spec/office-templates.ts';
import { MAX_TEXT_LENGTH } from '../../domain/commands/spec/spec.ts';
import { id, line, list } from '../../domain/schema.ts';
import { byId, done } from '../schemas.ts';
import { writing } from './storage.ts';

export const template = z.object({
  id: id.max(64),
  name: line.trim().min(1).max(MAX_TEMPLATE_NAME),
  text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
});

/** Most templates of an officer's own on one computer. */
export const MAX_OWN_TEMPLATES = 200;
export const ownTemplates = z.array(template).max(MAX_OWN_TEMPLATES).readonly();

/** The officer's own templates, on this computer. */
export const templateContract = {
  list: oc.output(ownTemplates),
  /** Those of the whole agency and of every agency, as the central service last sent them. */
  office: oc.output(list(officeTemplate)),
  /** Without `id` a new one. `ok: false`: there are too many. */
  save: writing.input(template.partial({ id: true })).output(done),
  remove: writing.input(byId).output(z.object({})),
};
