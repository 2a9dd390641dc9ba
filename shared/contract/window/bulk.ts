import { oc } from '@orpc/contract';
import * as z from 'zod';
import { commandBody } from '../../domain/commands/command.ts';
import { refusalCode } from '../schemas.ts';
import { draft } from './drafts.ts';
import { writing } from './storage.ts';

/** Complaints that one action may change together. */
export const MOST_TOGETHER = 200;

/** What an action would do to each of several complaints: `code` null, or why it would not be done. */
export const previewed = z
  .array(
    z.object({ id: z.string(), trackingId: z.string(), title: z.string(), code: refusalCode.nullable() }),
  )
  .readonly();
export type BulkPreview = z.infer<typeof previewed>;

/** `draft`: what was written as one and is a draft again. */
export const withdrawnMany = z.object({ withdrawn: z.int(), draft: draft.optional() });

/** `ids`: the commands, one for each complaint that allowed it. */
export const manySubmitted = z.object({ ids: z.array(z.string()).readonly(), heldUntil: z.string() });

const many = z.object({
  complaintIds: z.array(z.string()).min(1).max(MOST_TOGETHER).readonly(),
  body: commandBody,
});

/** The same command for several complaints; part of `command`. */
export const bulkContract = {
  /** What a command would do to each of these complaints; nothing is written. */
  previewMany: oc.input(many).output(previewed),
  /** Durable when it answers: one command for each complaint that allows it, in one transaction. */
  submitMany: writing.input(many).output(manySubmitted),
  /**
   * Undo of all of them at once, as far as they have not left the journal. `draftId`: they were written as
   * one; it is a draft again, for those that came back.
   */
  withdrawMany: writing
    .input(
      z.object({ ids: z.array(z.string()).max(MOST_TOGETHER).readonly(), draftId: z.string().optional() }),
    )
    .output(withdrawnMany),
};
