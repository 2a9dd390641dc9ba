import type * as z from 'zod';
import type { Complaint } from '../../complaint/complaint.ts';
import type { TimelineEntry } from '../../complaint/entry.ts';
import type { Officer, Role } from '../../people/roles.ts';
import type { Data } from '../../schema.ts';
import type { Envelope } from './envelope.ts';
import type { OfficeTemplate } from './office-templates.ts';
import type { RefusalCode } from './refusal-codes.ts';

/** Longest text that LAPOR! and an office can be expected to take, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 20_000;

/** A command as its own kind sees it. */
export type Sent<Payload> = Envelope & { readonly payload: Payload };

export type ApplyContext = {
  readonly officer: Officer;
  /** ISO instant: of the decision by the central service; in a prediction, of composing. */
  readonly at: string;
  /** Null in a prediction. */
  readonly receipt: string | null;
};

/** What a command writes into the timeline: for the agency alone, unless it says otherwise. */
export type Written = Pick<TimelineEntry, 'kind'> &
  Partial<Pick<TimelineEntry, 'detail' | 'text' | 'visibility'>>;

type PayloadSchema = z.ZodObject;

/** What every kind of command says of itself. */
type CommonSpec<Schema extends PayloadSchema> = {
  readonly payload: Schema;
  readonly roles: readonly Role[];
  /** It is nothing without words. Only then can files go with it. */
  readonly needsWords?: true;
};

export type ComplaintSpec<Schema extends PayloadSchema = PayloadSchema> = CommonSpec<Schema> & {
  readonly subject: 'complaint';
  /** Also on a complaint that is closed: it says nothing new to the reporter or to LAPOR!. */
  readonly whenClosed?: true;
  /** Only once the Admin Instansi has verified the complaint. */
  readonly onlyVerified?: true;
  /** The complaint is new: it begins with this command. */
  readonly creates?: true;
  /** Marks that somebody has read; it never waits for other commands, and no list shows it. */
  readonly silent?: true;
  /** What a draft of it holds before anything is chosen; absent: it is never a draft. */
  readonly draft?: Chosen<Schema>;
  /** Its entry in the timeline; absent: it writes none. */
  entry?(payload: Data<Schema>): Written;
  /** What it changes besides its entry. `next` has the new revision, and the entry if there is one. */
  effect?(next: Complaint, sent: Sent<Data<Schema>>, context: ApplyContext): Complaint;
  /** Why it may not be done, as far as only this kind knows. */
  refusal?(complaint: Complaint, sent: Sent<Data<Schema>>, officer: Officer): RefusalCode | null;
};

/**
 * The field of a payload that holds the words of a command; without one it says only what is chosen. A
 * `reason` is what the Admin Instansi reads: it is checked before it leaves the agency.
 */
const WORDS = ['text', 'reason'] as const;
export type WordsField = (typeof WORDS)[number];

export function wordsFieldOf(payload: PayloadSchema | undefined): WordsField | undefined {
  return payload && WORDS.find((name) => name in payload.shape);
}

/** What is chosen for a command besides its words. */
type Chosen<Schema extends PayloadSchema> = Omit<Data<Schema>, WordsField>;

/** A kind of command that is done to the templates of the officer's agency. */
export type OfficeSpec<Schema extends PayloadSchema = PayloadSchema> = CommonSpec<Schema> & {
  readonly subject: 'office';
  /** Names what it is about: commands about one thing keep their order. */
  about(payload: Data<Schema>): string;
  refusal(templates: readonly OfficeTemplate[], payload: Data<Schema>): RefusalCode | null;
  effect(templates: readonly OfficeTemplate[], sent: Sent<Data<Schema>>): readonly OfficeTemplate[];
};

/** Says a kind of command that is done to a complaint; the types of its functions follow from its payload. */
export function complaintCommand<Schema extends PayloadSchema>(
  spec: Omit<ComplaintSpec<Schema>, 'subject' | 'draft'>,
): ComplaintSpec<Schema> {
  return { ...spec, subject: 'complaint' };
}

/** Says a kind that is written before it is sent, so that it begins as a draft. */
export function writtenCommand<Schema extends PayloadSchema>(
  spec: Omit<ComplaintSpec<Schema>, 'subject'> & { readonly draft: Chosen<Schema> },
): ComplaintSpec<Schema> & { readonly draft: Chosen<Schema> } {
  return { ...spec, subject: 'complaint' };
}

/** Says a kind that only marks that somebody has read: without words, and also on a closed complaint. */
export function silentCommand<Schema extends PayloadSchema>(
  spec: Pick<ComplaintSpec<Schema>, 'payload' | 'roles' | 'effect'>,
): ComplaintSpec<Schema> & { readonly silent: true } {
  return { ...spec, subject: 'complaint', whenClosed: true, silent: true };
}

export function officeCommand<Schema extends PayloadSchema>(
  spec: Omit<OfficeSpec<Schema>, 'subject'>,
): OfficeSpec<Schema> {
  return { ...spec, subject: 'office' };
}
