import { oc } from '@orpc/contract';
import * as z from 'zod';
import { MAX_TEXT_LENGTH } from '../../domain/commands/spec/spec.ts';
import { PROPOSAL_KINDS } from '../../domain/complaint/entry-detail.ts';
import { refusalCode } from '../schemas.ts';
import { MOST_TOGETHER } from './bulk.ts';
import { writing } from './storage.ts';

/**
 * One answer for several complaints, as the window sees it: what each reporter will read, and what was kept
 * of it.
 */

const as = z.enum(PROPOSAL_KINDS);
/** Of the complaint when the officer began to write; null: not known. */
const revision = z.int().nullable();

const gap = z.object({ from: z.int(), to: z.int(), name: z.string() }).readonly();
const answerCheck = z.discriminatedUnion('check', [
  z.object({ check: z.literal('unfilled'), gaps: z.tuple([gap], gap).readonly() }),
  z.object({ check: z.literal('names_reporter'), name: z.string() }),
  z.object({ check: z.literal('no_next_step') }),
]);

export const jointText = z.object({
  as,
  text: z.string().max(MAX_TEXT_LENGTH * 2),
  complaints: z
    .array(z.object({ id: z.string(), revision }))
    .min(1)
    .max(MOST_TOGETHER)
    .readonly(),
});

/** In the order of the question. */
export const jointPreview = z
  .array(
    z.object({
      id: z.string(),
      trackingId: z.string(),
      title: z.string(),
      /** As it is known here; null: it is not. */
      revision,
      /** Why the answer may not go to it; null: it may. */
      code: refusalCode.nullable(),
      /** With every variable of the complaint filled. */
      text: z.string(),
      checks: z.array(answerCheck).readonly(),
      /** Personal data in it, as written. */
      personal: z.array(z.string()).readonly(),
    }),
  )
  .readonly();
export type JointPreview = z.infer<typeof jointPreview>;

export const jointAnswers = z.object({
  /** The draft that it was written in: it is put aside in the same step. */
  draftId: z.string(),
  as,
  answers: z
    .array(z.object({ complaintId: z.string(), revision, text: z.string() }))
    .min(1)
    .max(MOST_TOGETHER)
    .readonly(),
});

/**
 * `kept`: all of them, each as a command of its own. `refused`: one of the complaints has changed so that it
 * allows none, and nothing was written. `gone`: the draft is none any more, because it was sent already.
 */
export const jointSubmitted = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('kept'), ids: z.array(z.string()).readonly(), heldUntil: z.string() }),
  z.object({ outcome: z.literal('refused'), refused: z.array(z.string()).readonly() }),
  z.object({ outcome: z.literal('gone') }),
]);

/** One answer for several complaints; part of `command`. */
export const jointContract = {
  /** What each reporter would read of one answer, and what speaks against sending it; nothing is written. */
  previewJoint: oc.input(jointText).output(jointPreview),
  /**
   * Durable when it answers: a command for each of these complaints, all of them or none, in one transaction.
   */
  submitJoint: writing.input(jointAnswers).output(jointSubmitted),
};
