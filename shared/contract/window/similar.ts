import { oc } from '@orpc/contract';
import * as z from 'zod';
import { instant } from '../../domain/schema.ts';
import { queueRow } from './queue.ts';

/** Another complaint that seems to be about the same matter at the same place, and why. */
export const similarComplaint = queueRow
  .pick({ id: true, trackingId: true, title: true, rawStatus: true, bucket: true, receivedAt: true })
  .extend({
    /** 0-1 */
    score: z.number(),
    reasons: z.object({
      words: z.array(z.string()).readonly(),
      place: z.enum(['village', 'district']).nullable(),
      /** 0: the same day. */
      daysApart: z.int(),
      sameCategory: z.boolean(),
    }),
  });
export type SimilarComplaint = z.infer<typeof similarComplaint>;

/** A complaint that was linked to another one. */
export const linkedComplaint = queueRow.pick({ id: true, trackingId: true, title: true });
export type LinkedComplaint = z.infer<typeof linkedComplaint>;

/**
 * What the own agency answered to a similar complaint; in the text, what was true only there is a variable.
 */
export const pastAnswer = similarComplaint
  .pick({ id: true, trackingId: true, title: true, receivedAt: true, reasons: true })
  .extend({ text: z.string(), answeredAt: z.string() });
export type PastAnswer = z.infer<typeof pastAnswer>;

export const similarContract = {
  of: oc.input(z.object({ id: z.string() })).output(z.array(similarComplaint).readonly()),
  /** Complaints of the queue that were linked to this one: its group. */
  group: oc.input(z.object({ id: z.string() })).output(z.array(linkedComplaint).readonly()),
  /**
   * What the own agency answered to such complaints, five at most; also of those that only speak of the same.
   */
  answers: oc.input(z.object({ id: z.string() })).output(z.array(pastAnswer).readonly()),
  /** To a text that is no complaint yet; `exceptId`: a complaint that is not to be among them. */
  toText: oc
    .input(
      z.object({
        title: z.string().max(1_000),
        text: z.string().max(50_000),
        district: z.string().nullable(),
        village: z.string().nullable(),
        at: instant,
        categoryPath: z.array(z.string()).readonly(),
        exceptId: z.string().nullable().default(null),
      }),
    )
    .output(z.array(similarComplaint).readonly()),
};
