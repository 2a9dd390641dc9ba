import * as z from 'zod';
import { commandBody } from '../../domain/commands/command.ts';
import { refusalCode } from '../schemas.ts';
import { backToDraft } from './drafts.ts';
import { writing } from './storage.ts';

const accepted = z.object({ ok: z.literal(true), id: z.string(), heldUntil: z.string().nullable() });
const refused = z.object({ ok: z.literal(false), code: refusalCode });
/** `ok: false`: the domain already knows it cannot be; nothing was written and the draft stays. */
export const submitted = z.discriminatedUnion('ok', [accepted, refused]);

export const commandContract = {
  /**
   * Durable when it answers; the draft becomes the command, with its files, in the same transaction. Without
   * `draftId`: the last written draft of this kind on the complaint.
   */
  submit: writing
    .input(
      z.object({ complaintId: z.string().nullable(), body: commandBody, draftId: z.string().optional() }),
    )
    .output(submitted),
  /**
   * Undo: takes back a command that has not left the journal; it is a draft of its own again, with its files.
   */
  withdraw: writing.input(z.object({ id: z.string() })).output(backToDraft),
  /** A refused command becomes a draft of the same complaint and leaves the list. */
  reopen: writing.input(z.object({ id: z.string() })).output(backToDraft),
  /**
   * "Kirim juga": a refused text goes out as it is, on top of everything up to `trunkRevision`, which the
   * officer has read. What was refused only because it followed it goes along.
   */
  resend: writing.input(z.object({ id: z.string(), trunkRevision: z.int() })).output(submitted),
  /**
   * "Buang": the officer wants nothing more of a refused text. It leaves the list; `restore` brings it back.
   */
  discard: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
  restore: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
};
