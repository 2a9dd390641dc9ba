import type { Complaint } from '../complaint/complaint.ts';
import { authorOf, type TimelineEntry } from '../complaint/entry.ts';
import { type Command, type ComplaintCommand, isOfficeCommand, textOf } from './command.ts';
import { refusalOf } from './refusal.ts';
import { COMMANDS } from './registry.ts';
import type { RefusalCode } from './spec/refusal-codes.ts';
import type { ApplyContext, ComplaintSpec } from './spec/spec.ts';

export type Applied =
  | { readonly ok: true; readonly complaint: Complaint }
  | { readonly ok: false; readonly code: RefusalCode };

/**
 * The one implementation of the workflow: what a command does to a complaint, or why it may not.
 * A client predicts with it, the central service decides with it; only `at` and `receipt` differ.
 */
export function applyCommand(complaint: Complaint, command: Command, context: ApplyContext): Applied {
  // A journal or a client of another version may hold a kind that this one does not know.
  const known = Object.hasOwn(COMMANDS, command.kind);
  if (!known || isOfficeCommand(command)) return { ok: false, code: 'unknown_kind' };
  const code = refusalOf(complaint, command, context.officer);
  return code === null ? { ok: true, complaint: effectOf(complaint, command, context) } : { ok: false, code };
}

function effectOf(complaint: Complaint, command: ComplaintCommand, context: ApplyContext): Complaint {
  const { entry, effect }: ComplaintSpec = COMMANDS[command.kind];
  const next = { ...complaint, revision: complaint.revision + 1 };
  const written = entry?.(command.payload);
  const after =
    written === undefined
      ? next
      : {
          ...next,
          timeline: [
            ...complaint.timeline,
            {
              id: command.id,
              at: context.at,
              revision: next.revision,
              author: authorOf(context.officer),
              text: textOf(command).trim(),
              attachments: command.attachments,
              receipt: context.receipt,
              visibility: 'agency',
              detail: null,
              ...written,
            } satisfies TimelineEntry,
          ],
        };
  return effect?.(after, command, context) ?? after;
}
