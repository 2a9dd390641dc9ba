import { oc } from '@orpc/contract';
import * as z from 'zod';
import { id, list, text, time } from '../../domain/schema.ts';
import { subject } from '../../domain/text/likeness.ts';
import { reasons } from '../../domain/text/similar.ts';
import { byId, named } from '../schemas.ts';
import { queueRow } from './queue.ts';

/** Another complaint that seems to be about the same matter at the same place, and why. */
export const similarComplaint = queueRow
  .pick({ id: true, trackingId: true, title: true, rawStatus: true, bucket: true, receivedAt: true })
  .extend({
    /** 0-1 */
    score: z.number(),
    reasons,
  });
export type SimilarComplaint = z.infer<typeof similarComplaint>;

/** An answer of the own agency to a similar complaint; what was true only there is a variable. */
export const pastAnswer = similarComplaint
  .pick({ id: true, trackingId: true, title: true, receivedAt: true, reasons: true })
  .extend({ text, answeredAt: time });
export type PastAnswer = z.infer<typeof pastAnswer>;

export const similarContract = {
  of: oc.input(byId).output(list(similarComplaint)),
  /** Complaints of the queue that were linked to this one: its group. */
  group: oc.input(byId).output(list(named)),
  /** Answers of the own agency to such complaints, five at most; also where only the matter is alike. */
  answers: oc.input(byId).output(list(pastAnswer)),
  /** To a text that is no complaint yet; `exceptId`: a complaint that is not to be among them. */
  toText: oc.input(subject.extend({ exceptId: id.nullable().default(null) })).output(list(similarComplaint)),
};
