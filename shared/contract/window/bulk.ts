import { oc } from '@orpc/contract';
import * as z from 'zod';
import { commandBody } from '../../domain/commands/command.ts';
import { id, list, time } from '../../domain/schema.ts';
import { named, refusalCode } from '../schemas.ts';
import { draft } from './drafts.ts';
import { writing } from './storage.ts';

/** Complaints that one action may change together. */
export const MOST_TOGETHER = 200;

/** What an action would do to each of several complaints: `code` null, or why it would not be done. */
export const previewed = list(named.extend({ code: refusalCode.nullable() }));
export type BulkPreview = z.infer<typeof previewed>;

/** `draft`: what was written as one and is a draft again. */
export const withdrawnMany = z.object({ withdrawn: z.int(), draft: draft.optional() });

/** `ids`: the commands, one for each complaint that allowed it. */
export const manySubmitted = z.object({ ids: list(id), heldUntil: time });

/** Of the commands to be, one for each complaint, as `asked` of one. */
export const askedIds = z.array(z.uuid()).max(MOST_TOGETHER).readonly().optional();

const many = z.object({
  complaintIds: z.array(id).min(1).max(MOST_TOGETHER).readonly(),
  body: commandBody,
});

/** The same command for several complaints; part of `command`. */
export const bulkContract = {
  /** What a command would do to each of these complaints; nothing is written. */
  previewMany: oc.input(many).output(previewed),
  /** Durable when it answers: one command for each complaint that allows it, in one transaction. */
  submitMany: writing.input(many.extend({ ids: askedIds })).output(manySubmitted),
  /** Undo of all that have not left the journal. `draftId`: of the draft that they become again. */
  withdrawMany: writing
    .input(z.object({ ids: z.array(id).max(MOST_TOGETHER).readonly(), draftId: id.optional() }))
    .output(withdrawnMany),
};
