import * as z from 'zod';
import type { Data } from '../schema.ts';
import { line } from '../schema.ts';
import type { DraftChoices } from './draft-choices.ts';
import {
  COMMAND_KINDS,
  COMMANDS,
  type CommandKind,
  type DraftKind,
  type OfficeKind,
  type SilentKind,
} from './registry.ts';
import { type Envelope, envelope } from './spec/envelope.ts';
import { type ComplaintSpec, type OfficeSpec, wordsFieldOf } from './spec/spec.ts';

/** What the officer says, by kind. */
export type CommandBody = {
  [Kind in CommandKind]: {
    readonly kind: Kind;
    readonly payload: Data<(typeof COMMANDS)[Kind]['payload']>;
  };
}[CommandKind];

export type OfficeBody = Extract<CommandBody, { readonly kind: OfficeKind }>;
export type ComplaintBody = Exclude<CommandBody, OfficeBody>;
export type OfficeCommand = OfficeBody & Envelope & { readonly complaintId: null };
export type ComplaintCommand = ComplaintBody & Envelope & { readonly complaintId: string };
export type Command = OfficeCommand | ComplaintCommand;

type BodySchema = z.ZodObject<{ readonly kind: z.ZodLiteral<CommandKind>; readonly payload: z.ZodObject }>;
const bodies = COMMAND_KINDS.map((kind) =>
  z.object({ kind: z.literal(kind), payload: COMMANDS[kind].payload }),
) as unknown as [BodySchema, ...BodySchema[]];

export const commandBody = z.discriminatedUnion('kind', bodies) as unknown as z.ZodType<CommandBody>;

export const command = z.intersection(envelope, commandBody) as unknown as z.ZodType<Command>;

/** A command of a newer client, or with a damaged payload. Its envelope is enough to refuse it alone. */
export const unreadableCommand = envelope.extend({ kind: line, payload: z.unknown() });

/** The kinds that are done to the templates of the officer's agency, and not to a complaint. */
export const OFFICE_KINDS = COMMAND_KINDS.filter(isOfficeKind);

/** What a kind is; undefined: only a later version knows it, and left it in a journal or sent it. */
function specOf(kind: string): OfficeSpec | ComplaintSpec | undefined {
  return Object.hasOwn(COMMANDS, kind) ? COMMANDS[kind as CommandKind] : undefined;
}

export function isOfficeKind(kind: string): kind is OfficeKind {
  return specOf(kind)?.subject === 'office';
}

/** What a command is about. Commands about one thing keep their order. */
export function subjectOf(sent: CommandBody & Pick<Envelope, 'complaintId'>): string {
  const spec = specOf(sent.kind);
  return spec?.subject === 'office' ? spec.about(sent.payload) : (sent.complaintId ?? '');
}

export function isOfficeCommand(sent: Command): sent is OfficeCommand {
  return isOfficeKind(sent.kind);
}

export function needsWords(kind: CommandKind): boolean {
  return specOf(kind)?.needsWords === true;
}

/** Does it only mark that somebody has read? Such a command waits for no other, and no list shows it. */
export function isSilent(kind: CommandKind): kind is SilentKind {
  const spec = specOf(kind);
  return spec?.subject === 'complaint' && spec.silent === true;
}

/** The words of a command, as shown in the outbox and kept when it is refused. */
export function textOf({ kind, payload }: CommandBody): string {
  const words = wordsFieldOf(specOf(kind)?.payload);
  return words === undefined ? '' : String((payload as Readonly<Record<string, unknown>>)[words]);
}

/** What a command says besides its words: its payload without them, under the same names. */
export function choicesOf({ kind, payload }: CommandBody): Readonly<Record<string, unknown>> {
  const words = wordsFieldOf(specOf(kind)?.payload);
  return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== words));
}

/** The kinds that can be begun as a draft. A text that needs approval is proposed when it is sent. */
export const DRAFT_KINDS = COMMAND_KINDS.filter(isDraftKind);
export const draftKind = z.enum(DRAFT_KINDS);

export function isDraftKind(kind: string): kind is DraftKind {
  const spec = specOf(kind);
  return spec?.subject === 'complaint' && spec.draft !== undefined;
}

export function bodyOfDraft(kind: DraftKind, words: string, choices: DraftChoices): ComplaintBody {
  const spec = COMMANDS[kind];
  const fields = Object.keys(spec.payload.shape);
  const chosen = Object.entries(choices).filter(
    ([name, value]) => fields.includes(name) && value !== undefined && value !== null,
  );
  const said = { [wordsFieldOf(spec.payload) ?? 'text']: words };
  return { kind, payload: { ...spec.draft, ...Object.fromEntries(chosen), ...said } } as ComplaintBody;
}
