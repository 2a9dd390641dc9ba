import { oc } from '@orpc/contract';
import * as z from 'zod';
import { draftKind } from '../../domain/commands/command.ts';
import { CHUNK_BYTES, sha256 } from '../../domain/complaint/attachment.ts';
import { id, line } from '../../domain/schema.ts';
import { byId, done } from '../schemas.ts';
import { draftAttachment } from './drafts.ts';
import { writing } from './storage.ts';

/** A chunk of a file as base64. */
export const chunk = z.string().max(Math.ceil(CHUNK_BYTES / 3) * 4);

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
export const begun = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), id }), notTaken]);
export const attached = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), attachment: draftAttachment }),
  notTaken,
]);

export const newAttachment = z.object({
  draftId: z.uuid(),
  complaintId: id,
  kind: draftKind,
  name: line.max(1_000),
  size: z.int().min(0),
  reducedFrom: line.nullable(),
});

export const attachmentContract = {
  /** Begins to take a file into a draft, which may be new. `reducedFrom`: it is a smaller copy of that. */
  begin: writing.input(newAttachment).output(begun),
  /** The next chunk, at `offset` bytes; the same chunk again changes nothing. */
  append: writing
    .input(z.object({ id, offset: z.int().min(0), bytes: chunk }))
    .output(z.object({ received: z.int() })),
  /** All bytes are here: looks at the content, takes the position out of a photo, makes the name safe. */
  finish: writing.input(byId).output(attached),
  /** Which of the two is sent, where a smaller copy was made. */
  choose: writing.input(z.object({ id, original: z.boolean() })).output(draftAttachment.nullable()),
  remove: writing.input(byId).output(done),
  restore: writing.input(byId).output(done),
  /** Bytes of a file that is on this computer, the officer's own or a fetched one; null: it is not here. */
  read: oc
    .input(z.object({ sha256, offset: z.int().min(0), length: z.int().min(1).max(CHUNK_BYTES) }))
    .output(z.object({ bytes: chunk, size: z.int() }).nullable()),
  /** Fetches a file of the complaint from the central service now; its state is in the complaint. */
  fetch: writing.input(z.object({ complaintId: id, sha256 })).output(z.object({})),
};
