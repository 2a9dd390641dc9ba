import * as z from 'zod';
import { MAX_TEMPLATE_NAME, type Template } from '../../answers/templates.ts';
import { type Data, id, line, open, text } from '../../schema.ts';
import { nameKey } from '../../text/name-key.ts';
import type { RefusalCode } from './refusal-codes.ts';

/** A template of the whole agency; `everywhere`: of every agency of the regency. */
export const officeTemplate = open({ id, name: line, text, everywhere: z.boolean() });
export type OfficeTemplate = Data<typeof officeTemplate>;

/** Most templates of one agency, and of all of them together. */
export const MAX_OFFICE_TEMPLATES = 200;

/** Names a template as the subject of a command: what is done to one name keeps its order. */
export function templateSubject(name: string): string {
  return `templat-${nameKey(name).replaceAll(' ', '-')}`;
}

/** The agency's own template of this name, however it is written. */
export function officeTemplateOf(
  templates: readonly OfficeTemplate[],
  name: string,
): OfficeTemplate | undefined {
  return templates.find((known) => !known.everywhere && nameKey(known.name) === nameKey(name));
}

/** Why a template cannot have this name. */
export function refusalOfTemplateName(name: string): RefusalCode | null {
  return nameKey(name) === '' || name.trim().length > MAX_TEMPLATE_NAME ? 'bad_value' : null;
}

/** What can be inserted, the nearest first. An own template that the agency shares too stands once. */
export function insertable(
  own: readonly Template[],
  office: readonly OfficeTemplate[],
  builtIn: readonly Template[],
): readonly (Template | OfficeTemplate)[] {
  const same = (a: Template) => (b: Template) => a.name === b.name && a.text === b.text;
  return [...own.filter((template) => !office.some(same(template))), ...office, ...builtIn];
}
