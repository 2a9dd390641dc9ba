import * as z from 'zod';
import { MAX_TEMPLATE_NAME } from '../../domain/answers/templates.ts';
import { MAX_TEXT_LENGTH } from '../../domain/commands/spec/spec.ts';

export const template = z.object({
  id: z.string().max(64),
  name: z.string().trim().min(1).max(MAX_TEMPLATE_NAME),
  text: z.string().trim().min(1).max(MAX_TEXT_LENGTH),
});

/** Most templates of an officer's own on one computer. */
export const MAX_OWN_TEMPLATES = 200;
export const ownTemplates = z.array(template).max(MAX_OWN_TEMPLATES);
