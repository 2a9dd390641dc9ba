import { oc } from '@orpc/contract';
import * as z from 'zod';
import { jointReading } from '../../domain/answers/joint-answer.ts';
import { MAX_TEXT_LENGTH } from '../../domain/commands/spec/spec.ts';
import { PROPOSAL_KINDS } from '../../domain/complaint/entry-detail.ts';
import { id, list, text, time } from '../../domain/schema.ts';
import { named, refusalCode } from '../schemas.ts';
import { askedIds, MOST_TOGETHER } from './bulk.ts';
import { writing } from './storage.ts';

const as = z.enum(PROPOSAL_KINDS);
/** Of the complaint when the officer began to write; null: not known. */
const revision = z.int().nullable();

const jointText = z.object({
  as,
  text: text.max(MAX_TEXT_LENGTH * 2),
  complaints: z.array(z.object({ id, revision })).min(1).max(MOST_TOGETHER).readonly(),
});

/** In the order of the question. */
export const jointPreview = list(
  named.extend({
    ...jointReading.shape,
    /** As it is known here; null: it is not. */
    revision,
    /** Why the answer may not go to it; null: it may. */
    code: refusalCode.nullable(),
  }),
);
export type JointPreview = z.infer<typeof jointPreview>;

const jointAnswers = z.object({
  /** The draft that it was written in: it is put aside in the same step. */
  draftId: id,
  as,
  answers: z
    .array(z.object({ complaintId: id, revision, text }))
    .min(1)
    .max(MOST_TOGETHER)
    .readonly(),
  ids: askedIds,
});

/** `refused`: a complaint has changed, and nothing was written. `gone`: the draft was sent already. */
const jointSubmitted = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('kept'), ids: list(id), heldUntil: time }),
  z.object({ outcome: z.literal('refused'), refused: list(id) }),
  z.object({ outcome: z.literal('gone') }),
]);

/** One answer for several complaints; part of `command`. */
export const jointContract = {
  /** What each reporter would read of one answer, and what speaks against sending it; nothing is written. */
  previewJoint: oc.input(jointText).output(jointPreview),
  /** Durable when it answers: a command for each complaint, all of them or none. */
  submitJoint: writing.input(jointAnswers).output(jointSubmitted),
};
