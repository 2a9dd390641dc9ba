import { MAX_TEMPLATE_NAME, type Template } from '../answers/templates.ts';
import { mayDo, type Officer } from '../people/roles.ts';
import { nameKey } from '../text/name-key.ts';
import { type Command, MAX_TEXT_LENGTH, type RefusalCode } from './command.ts';

/** A template of the whole OPD; `everywhere`: of every OPD of the regency. */
export type OfficeTemplate = Template & { readonly everywhere: boolean };

/** Most templates of one OPD, and of all of them together. */
export const MAX_OFFICE_TEMPLATES = 200;

/** The kinds of command that are about a template of the OPD, and not about a report. */
export const TEMPLATE_KINDS = ['share_template', 'withdraw_template'] as const;
export type TemplateCommand = Extract<Command, { readonly kind: (typeof TEMPLATE_KINDS)[number] }>;

export function isTemplateCommand(command: Command): command is TemplateCommand {
  return isTemplateKind(command.kind);
}

export function isTemplateKind(kind: Command['kind']): kind is TemplateCommand['kind'] {
  return TEMPLATE_KINDS.some((known) => known === kind);
}

/** What a command about this template has for the id of a report: what is done to one name keeps its order. */
export function templateSubject(name: string): string {
  return `templat-${nameKey(name).replaceAll(' ', '-')}`;
}

/** The OPD's own template of this name, however it is written. */
export function officeTemplateOf(
  templates: readonly OfficeTemplate[],
  name: string,
): OfficeTemplate | undefined {
  return templates.find((known) => !known.everywhere && nameKey(known.name) === nameKey(name));
}

export type TemplatesChanged =
  | { readonly ok: true; readonly templates: readonly OfficeTemplate[] }
  | { readonly ok: false; readonly code: RefusalCode };

/**
 * The one implementation of sharing: what a command makes of the templates of the officer's OPD, or why it may not. In an OPD
 * a name stands once: sharing it again replaces it. Withdrawing what is not there changes nothing.
 */
export function withTemplateCommand(
  templates: readonly OfficeTemplate[],
  command: TemplateCommand,
  officer: Officer,
): TemplatesChanged {
  const code = refusalOf(templates, command, officer);
  if (code !== null) return { ok: false, code };
  const known = officeTemplateOf(templates, command.payload.name);
  const others = templates.filter((template) => template !== known);
  if (command.kind === 'withdraw_template') return { ok: true, templates: others };
  const { name, text } = command.payload;
  const shared = { id: known?.id ?? command.id, name: name.trim(), text: text.trim(), everywhere: false };
  const inOrder = [...others, shared].sort((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1));
  return { ok: true, templates: inOrder };
}

function refusalOf(
  templates: readonly OfficeTemplate[],
  { kind, payload, attachments }: TemplateCommand,
  officer: Officer,
): RefusalCode | null {
  if (!mayDo(officer.role, kind)) return 'forbidden';
  if (officer.agency === null) return 'not_ours';
  if (attachments.length > 0) return 'too_many_attachments';
  if (nameKey(payload.name) === '' || payload.name.trim().length > MAX_TEMPLATE_NAME) return 'bad_value';
  if (kind === 'withdraw_template') return null;
  if (payload.text.trim() === '') return 'empty_text';
  if (payload.text.length > MAX_TEXT_LENGTH) return 'text_too_long';
  const isNew = officeTemplateOf(templates, payload.name) === undefined;
  const own = templates.filter(({ everywhere }) => !everywhere);
  return isNew && own.length >= MAX_OFFICE_TEMPLATES ? 'too_many_templates' : null;
}

/** What can be inserted, the nearest first; an own one that the office has in the same words stands once, as the office's. */
export function insertable(
  own: readonly Template[],
  office: readonly OfficeTemplate[],
  builtIn: readonly Template[],
): readonly (Template | OfficeTemplate)[] {
  const same = (a: Template) => (b: Template) => a.name === b.name && a.text === b.text;
  return [...own.filter((template) => !office.some(same(template))), ...office, ...builtIn];
}
