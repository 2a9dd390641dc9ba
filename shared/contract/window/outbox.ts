import { oc } from '@orpc/contract';
import * as z from 'zod';
import { commandKind } from '../../domain/commands/registry.ts';
import { attachment } from '../../domain/complaint/attachment.ts';
import { id, line, list, text, time } from '../../domain/schema.ts';
import { refusalCode } from '../schemas.ts';

export const DELIVERY_STATES = [
  'held',
  'queued',
  'sending',
  'unsure',
  'aside',
  'accepted',
  'refused',
] as const;
/**
 * `held`: within the time of undo; `unsure`: sent, and the answer was lost; `aside`: does not come through,
 * while others do.
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Bytes of a text's files that the central service has, of all of them. */
const progress = z.object({ sent: z.int(), total: z.int() });

export const delivery = z.object({
  state: z.enum(DELIVERY_STATES),
  /** While `held`: until when it can be undone. */
  heldUntil: time.nullable(),
  receipt: id.nullable(),
  code: refusalCode.nullable(),
  /** While the text waits for its files; null when it has none or they are all there. */
  upload: progress.nullable(),
});
export type Delivery = z.infer<typeof delivery>;

export const outboxItem = z.object({
  id,
  /** Null: about the templates of the office. */
  complaintId: id.nullable(),
  trackingId: id,
  title: line,
  kind: commandKind,
  text,
  attachments: list(attachment),
  /** What colleagues answered after this revision, the officer had not seen. */
  trunkRevision: z.int(),
  /** The officer's own command on the complaint that the central service had to decide before this one. */
  after: id.nullable(),
  composedAt: time,
  delivery,
});
export type OutboxItem = z.infer<typeof outboxItem>;

export const outboxContract = {
  /** Undelivered and refused first, then the delivered ones of the last days; newest first. */
  list: oc.output(list(outboxItem)),
};
