import type { Officer } from '../people/roles.ts';
import type { OfficeCommand } from './command.ts';
import { mayDo } from './may-do.ts';
import { refusalOfWords } from './refusal.ts';
import { COMMANDS } from './registry.ts';
import type { OfficeTemplate } from './spec/office-templates.ts';
import type { RefusalCode } from './spec/refusal-codes.ts';
import type { OfficeSpec } from './spec/spec.ts';

export type AppliedToOffice =
  | { readonly ok: true; readonly templates: readonly OfficeTemplate[] }
  | { readonly ok: false; readonly code: RefusalCode };

/**
 * What a command makes of the templates of the officer's agency, or why it may not: the counterpart of
 * `applyCommand`.
 */
export function applyOfficeCommand(
  templates: readonly OfficeTemplate[],
  command: OfficeCommand,
  officer: Officer,
): AppliedToOffice {
  const spec: OfficeSpec = COMMANDS[command.kind];
  const code = refusalOfOffice(spec, templates, command, officer);
  return code === null ? { ok: true, templates: spec.effect(templates, command) } : { ok: false, code };
}

function refusalOfOffice(
  spec: OfficeSpec,
  templates: readonly OfficeTemplate[],
  command: OfficeCommand,
  officer: Officer,
): RefusalCode | null {
  if (!mayDo(officer.role, command.kind)) return 'forbidden';
  if (officer.agency === null) return 'not_ours';
  if (command.attachments.length > 0) return 'too_many_attachments';
  return spec.refusal(templates, command.payload) ?? refusalOfWords(command);
}
