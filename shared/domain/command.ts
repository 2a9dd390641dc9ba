import type { Attachment } from './attachment.ts';

/** What an officer can do to a report. Each kind has one meaning for ever: a changed meaning gets a new name. */
export const COMMAND_KINDS = ['follow_up', 'internal_note', 'return', 'mark_read'] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

/** Longest text that LAPOR! and an office can be expected to take, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 20_000;

/**
 * `follow_up`: an answer that reporter and public see; the first one stops the clock of the first answer.
 * `internal_note`: for the OPD alone. `return` (Bukan Wewenang): back to the Admin Instansi with the reason.
 */
export type CommandBody =
  | { readonly kind: 'follow_up'; readonly payload: { readonly text: string } }
  | { readonly kind: 'internal_note'; readonly payload: { readonly text: string } }
  | {
      readonly kind: 'return';
      readonly payload: { readonly reason: string; readonly suggestedAgency: string | null };
    }
  | { readonly kind: 'mark_read'; readonly payload: Readonly<Record<string, never>> };

export type Command = CommandBody & {
  /** UUIDv7, made where the command was composed; the key of "at most once". */
  readonly id: string;
  readonly complaintId: string;
  /** The revision of the report, as the centre last sent it, on which the officer worked. */
  readonly trunkRevision: number;
  /** The officer's previous command on the same report, if the centre had not yet answered it. */
  readonly after: string | null;
  /** The files that go with the text; each must be whole at the centre before it decides. */
  readonly attachments: readonly Attachment[];
  /** By the clock of the officer's PC: evidence only, never an order. */
  readonly composedAt: string;
};

/** Why a command is refused. The sentence for the officer is in `shared/i18n`, under the same code. */
export const REFUSAL_CODES = [
  /** Never this OPD's, or nobody knows that it was. */
  'not_ours',
  /** It was this OPD's and has left it since: given to another one, returned, archived away. */
  'moved',
  'forbidden',
  'closed',
  'not_verified',
  'superseded',
  'empty_text',
  'text_too_long',
  'unknown_complaint',
  'unknown_kind',
  'after_refused',
  'too_many_attachments',
  /** The bytes are not what the command says, or are of a kind that is not taken. */
  'bad_attachment',
  /** A reason that this version does not know yet. */
  'other',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The words of a command, as shown in the outbox and kept when it is refused. */
export function textOf(command: CommandBody): string {
  switch (command.kind) {
    case 'follow_up':
    case 'internal_note':
      return command.payload.text;
    case 'return':
      return command.payload.reason;
    case 'mark_read':
      return '';
  }
}
