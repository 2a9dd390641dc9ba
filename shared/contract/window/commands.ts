import * as z from 'zod';
import { commandBody } from '../../domain/commands/command.ts';
import { id, time } from '../../domain/schema.ts';
import { byId, done, refusalCode } from '../schemas.ts';
import { backToDraft } from './drafts.ts';
import { writing } from './storage.ts';

const accepted = z.object({ ok: z.literal(true), id, heldUntil: time.nullable() });
const refused = z.object({ ok: z.literal(false), code: refusalCode });
/** Of the command to be: asked for a second time, it is there and not made again. */
export const asked = z.uuid().optional();

/** `ok: false`: the domain already knows it cannot be; nothing was written and the draft stays. */
export const submitted = z.discriminatedUnion('ok', [accepted, refused]);
export type SubmitAnswer = z.infer<typeof submitted>;

export const commandContract = {
  /** Durable when it answers. The draft (`draftId`, else the last of this kind) becomes the command. */
  submit: writing
    .input(z.object({ complaintId: id.nullable(), body: commandBody, draftId: id.optional(), id: asked }))
    .output(submitted),
  /** Undo: a command that has not left the journal is a draft again, with its files. */
  withdraw: writing.input(byId).output(backToDraft),
  /** A refused command becomes a draft of the same complaint and leaves the list. */
  reopen: writing.input(byId).output(backToDraft),
  /** "Kirim juga": sends a refused text on top of what the officer has read, with those that followed it. */
  resend: writing.input(z.object({ id, trunkRevision: z.int() })).output(submitted),
  /** "Buang": a refused text leaves the list; `restore` brings it back. */
  discard: writing.input(byId).output(done),
  restore: writing.input(byId).output(done),
};
