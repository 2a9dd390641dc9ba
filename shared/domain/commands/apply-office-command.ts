import type { Officer } from '../people/roles.ts';
import type { OfficeCommand } from './command.ts';
import { refusalOfWords } from './refusal.ts';
import { COMMANDS, mayDo } from './registry.ts';
import type { OfficeTemplate } from './spec/office-templates.ts';
import type { RefusalCode } from './spec/refusal-codes.ts';
import type { OfficeSpec } from './spec/spec.ts';

export type AppliedToOffice =
  | { readonly ok: true; readonly templates: readonly OfficeTemplate[] }
  | { readonly ok: false; readonly code: RefusalCode };

/** What a command makes of the templates of the officer's agency, or why it may not: like `applyCommand`. */
export function applyOfficeCommand(
  templates: readonly OfficeTemplate[],
  command: OfficeCommand,
  officer: Officer,
): AppliedToOffice {
  const spec: OfficeSpec = COMMANDS[command.kind];
  const code =
    refusalOfOfficer(command, officer) ?? spec.refusal(templates, command.payload) ?? refusalOfWords(command);
  return code === null ? { ok: true, templates: spec.effect(templates, command) } : { ok: false, code };
}

function refusalOfOfficer(
  { kind, attachments }: OfficeCommand,
  { role, agency }: Officer,
): RefusalCode | null {
  if (!mayDo(role, kind)) return 'forbidden';
  if (agency === null) return 'not_ours';
  return attachments.length > 0 ? 'too_many_attachments' : null;
}
