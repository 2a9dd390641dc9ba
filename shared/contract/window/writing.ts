import * as z from 'zod';
import { draftKind } from '../../domain/commands/command.ts';
import { draftChoices } from '../../domain/commands/draft-choices.ts';
import { commandKind } from '../../domain/commands/registry.ts';
import { attachment, MAX_ATTACHMENT_BYTES } from '../../domain/complaint/attachment.ts';
import { refusalCode } from '../schemas.ts';

/** What the officer writes and sends, as the window sees it: drafts with their files, and where each command is. */

export const DELIVERY_STATES = ['held', 'queued', 'sending', 'unsure', 'accepted', 'refused'] as const;
/**
 * Where a command is. `held`: within the time of undo; `unsure`: sent, and the answer was lost;
 * `accepted` and `refused` are the centre's word.
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Bytes of a text's files that the centre has, of all of them. */
const progress = z.object({ sent: z.int(), total: z.int() });

export const delivery = z.object({
  state: z.enum(DELIVERY_STATES),
  /** While `held`: until when it can be undone. */
  heldUntil: z.string().nullable(),
  receipt: z.string().nullable(),
  code: refusalCode.nullable(),
  /** While the text waits for its files; null when it has none or they are all there. */
  upload: progress.nullable(),
});
export type Delivery = z.infer<typeof delivery>;

/** A file of a draft. Its bytes are on the disk of this computer. */
export const draftAttachment = z.object({
  id: z.string(),
  ...attachment.shape,
  /** The file as it was given, where a smaller copy of it was made; null: there is only this one. */
  original: z.object({ sha256: z.string(), size: z.int() }).nullable(),
  /** Of those two the original is sent. */
  sendsOriginal: z.boolean(),
});
export type DraftAttachment = z.infer<typeof draftAttachment>;

export const draft = z.object({
  id: z.string(),
  complaintId: z.string(),
  kind: draftKind,
  text: z.string(),
  choices: draftChoices,
  attachments: z.array(draftAttachment),
  /** The revision of the report on which the officer writes: a follow-up after it supersedes the draft. */
  trunkRevision: z.int(),
  updatedAt: z.string(),
});
export type Draft = z.infer<typeof draft>;

/** A draft with what is needed to find its report again, for the list of everything that is begun. */
export const listedDraft = draft.extend({ trackingId: z.string(), title: z.string() });
export type ListedDraft = z.infer<typeof listedDraft>;

export const outboxItem = z.object({
  id: z.string(),
  /** Null: about the templates of the office. */
  complaintId: z.string().nullable(),
  trackingId: z.string(),
  title: z.string(),
  kind: commandKind,
  text: z.string(),
  attachments: z.array(attachment),
  /** What colleagues answered after this revision, the officer had not seen. */
  trunkRevision: z.int(),
  /** The officer's own command on the report that the centre had to decide before this one. */
  after: z.string().nullable(),
  composedAt: z.string(),
  delivery,
});
export type OutboxItem = z.infer<typeof outboxItem>;

const accepted = z.object({ ok: z.literal(true), id: z.string(), heldUntil: z.string().nullable() });
const refused = z.object({ ok: z.literal(false), code: refusalCode });
/** `ok: false`: the domain already knows it cannot be; nothing was written and the draft stays. */
export const submitted = z.discriminatedUnion('ok', [accepted, refused]);

/** A text that is a draft again, or null where there were no words; `ok: false`: it cannot be taken back any more. */
export const backToDraft = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), draft: draft.nullable() }),
  z.object({ ok: z.literal(false) }),
]);

/** Most bytes in one piece of a file between window and backend. */
export const PIECE_BYTES = 256 * 1024;
/** Bytes as base64. */
export const piece = z.string().max(Math.ceil(PIECE_BYTES / 3) * 4);

export const ATTACHMENT_PROBLEMS = [
  'empty_file',
  'too_large',
  'too_many',
  /** By content neither a photo, nor a document, nor a film of the kinds that are taken. */
  'type_not_taken',
  /** A program, whatever its name says. */
  'program',
  /** The bytes are not all here: the window was closed in between, or the draft is gone. */
  'incomplete',
] as const;
const notTaken = z.object({ ok: z.literal(false), code: z.enum(ATTACHMENT_PROBLEMS) });
export const begun = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.string() }),
  notTaken,
]);
export const attached = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), attachment: draftAttachment }),
  notTaken,
]);

/** A file that stands on a report: are its bytes on this computer? */
export const fileState = z.object({
  state: z.enum(['absent', 'loading', 'here', 'failed']),
  /** Bytes that are here. */
  received: z.int().max(MAX_ATTACHMENT_BYTES),
});

/** Reports that one action may change together. */
export const MOST_TOGETHER = 200;

/** What an action would do to each of several reports: `code` null, or why it would not be done. */
export const previewed = z.array(
  z.object({ id: z.string(), trackingId: z.string(), title: z.string(), code: refusalCode.nullable() }),
);

/** `draft`: what was written as one and is a draft again. */
export const withdrawnMany = z.object({ withdrawn: z.int(), draft: draft.optional() });

/** `ids`: the commands, one for each report that allowed it. */
export const manySubmitted = z.object({ ids: z.array(z.string()), heldUntil: z.string() });
