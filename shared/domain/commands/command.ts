import type { Day } from '../calendar/day.ts';
import type { Attachment } from '../complaint/attachment.ts';
import type { Assignee, Priority, ProposalKind } from '../complaint/entry-detail.ts';
import type { Recorded } from '../complaint/recorded.ts';

/** What an officer can do, nearly always to a report. Each kind has one meaning for ever: a changed meaning gets a new name. */
export const COMMAND_KINDS = [
  'follow_up',
  'ask_reporter',
  'internal_note',
  'forward',
  'take_back',
  'return',
  'postpone',
  'finish',
  'propose_archive',
  'set_priority',
  'set_labels',
  'plan',
  'snooze',
  'link',
  'propose',
  'approve',
  'send_back',
  'publish',
  'mark_read',
  'record',
  'share_template',
  'withdraw_template',
] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

/** Longest text that LAPOR! and an office can be expected to take, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 20_000;

/** A kind with what it says. */
type Said<Kind extends CommandKind, Payload> = {
  readonly kind: Kind;
  readonly payload: Readonly<Payload>;
};

/**
 * What the officer says, by kind.
 * - `follow_up`: an answer that reporter and public see; the first one stops the clock of the first answer.
 * - `ask_reporter`: asks the reporter for what is missing, seen like an answer; a rule can pause a clock with it.
 * - `internal_note`: for the OPD alone; `mentions` are the ids of the officers it is meant for.
 * - `forward`: a sub-unit or a pelaksana of the OPD works on it; the OPD stays responsible. `take_back` ends that.
 * - `return` (Bukan Wewenang): back to the Admin Instansi with the reason.
 * - `postpone` (Tunda): with the reason, until a day or until further notice.
 * - `finish`: the last answer; nothing more is owed.
 * - `propose_archive`: the Admin Instansi is asked to archive it, as a duplicate of another one.
 * - `set_priority`, `set_labels`, `plan`, `link`: the OPD's own order. `snooze`: the officer's own, until a working day.
 * - `propose`: a text that somebody else must approve before it is said. `approve` says it, as it is or edited;
 *   `send_back` returns it to its author with a remark.
 * - `publish`: an answer that the centre has accepted now stands in LAPOR! too: who put it there, and when.
 * - `record`: a complaint that came on another way than LAPOR!; its report is new, under an id made by the officer's PC.
 * - `share_template`, `withdraw_template`: about no report; a text that the whole OPD can insert, known by its name.
 */
export type CommandBody =
  | Said<'follow_up', { text: string }>
  | Said<'ask_reporter', { text: string }>
  | Said<'internal_note', { text: string; mentions?: readonly string[] | undefined }>
  | Said<'forward', { to: Assignee; text: string }>
  | Said<'take_back', { text: string }>
  | Said<'return', { reason: string; suggestedAgency: string | null }>
  | Said<'postpone', { reason: string; until: Day | null }>
  | Said<'finish', { text: string }>
  | Said<'propose_archive', { reason: string; duplicateOf: string | null }>
  | Said<'set_priority', { priority: Priority }>
  | Said<'set_labels', { add: readonly string[]; remove: readonly string[] }>
  | Said<'plan', { day: Day | null }>
  | Said<'snooze', { until: Day | null }>
  | Said<'link', { trackingId: string }>
  | Said<'propose', { as: ProposalKind; text: string }>
  | Said<'approve', { entryId: string; text: string }>
  | Said<'send_back', { entryId: string; text: string }>
  | Said<'publish', { entryId: string }>
  | Said<'mark_read', Record<string, never>>
  | Said<'record', { report: Recorded; text: string }>
  | Said<'share_template', { name: string; text: string }>
  | Said<'withdraw_template', { name: string }>;

export type Command = CommandBody & {
  /** UUIDv7, made where the command was composed; the key of "at most once". */
  readonly id: string;
  /** Of a template: what stands for it (`templateSubject`). */
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
  /** The OPD has chosen that another one approves what is said to the reporter. */
  'needs_approval',
  /** What was to be approved or published is no longer waiting for it, or was never there. */
  'not_waiting',
  /** Nobody approves what they wrote themselves. */
  'own_text',
  /** Nobody works on it, so there is nothing to take back. */
  'not_forwarded',
  /** A report is not a duplicate of itself, and not linked to itself. */
  'own_report',
  /** A day that is past, or not a day; a label or a name that is empty or too long. */
  'bad_value',
  /** The OPD shares as many templates as it can. */
  'too_many_templates',
  /** A reason that this version does not know yet. */
  'other',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What a command says besides its words: its payload without them, under the same names. */
export function choicesOf({ payload }: CommandBody): Readonly<Record<string, unknown>> {
  const { text: _text, reason: _reason, ...choices } = payload as Record<string, unknown>;
  return choices;
}

/** The words of a command, as shown in the outbox and kept when it is refused. */
export function textOf(command: CommandBody): string {
  switch (command.kind) {
    case 'return':
    case 'postpone':
    case 'propose_archive':
      return command.payload.reason;
    case 'set_priority':
    case 'set_labels':
    case 'plan':
    case 'snooze':
    case 'link':
    case 'publish':
    case 'mark_read':
    case 'withdraw_template':
      return '';
    default:
      return command.payload.text;
  }
}
