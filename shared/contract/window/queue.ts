import * as z from 'zod';
import { commandKind } from '../../domain/commands/registry.ts';
import { PRIORITIES } from '../../domain/complaint/entry-detail.ts';
import { day } from '../../domain/schema.ts';
import { DELIVERY_STATES } from './writing.ts';

/** The queue's views that one statement over the cache answers. */
export const QUEUE_VIEWS = [
  'today',
  'late',
  'first_answer',
  'in_process',
  'replied',
  'approval',
  'to_publish',
  'drafts',
  'done',
  'all',
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export const queueRow = z.object({
  id: z.string(),
  trackingId: z.string(),
  title: z.string(),
  district: z.string().nullable(),
  /** The last, most precise part of the category path. */
  category: z.string().nullable(),
  rawStatus: z.string(),
  bucket: z.enum(['belum_terverifikasi', 'belum_ditindaklanjuti', 'proses', 'selesai', 'tunda', 'arsip']),
  statusKnown: z.boolean(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  receivedAt: z.string(),
  due: z
    .object({ day, clock: z.enum(['first_answer', 'completion']), estimateYear: z.int().nullable() })
    .nullable(),
  unread: z.boolean(),
  /** The officer's last command on the report that the centre has not answered with "accepted". */
  pending: z.object({ kind: commandKind, state: z.enum(DELIVERY_STATES) }).nullable(),
  hasDraft: z.boolean(),
  /** Who of the OPD works on it, by name. */
  assignee: z.string().nullable(),
  priority: z.enum(PRIORITIES),
  labels: z.array(z.string()),
  plannedDay: day.nullable(),
  /** The officer does not want to see it before this day. */
  snoozedUntil: day.nullable(),
  /** Names of colleagues who have the report open right now. */
  viewers: z.array(z.string()),
});
export type QueueRow = z.infer<typeof queueRow>;

const urgency = z.enum(['late', 'soon', 'week', 'later', 'none']);

export const queuePage = z.object({
  rows: z.array(queueRow),
  /** Pass it as `after` for the next page; null at the end. */
  next: z.string().nullable(),
  total: z.int(),
  /** How many rows of the view stand under each heading. */
  groups: z.array(z.object({ urgency, count: z.int() })),
});
export type QueuePage = z.infer<typeof queuePage>;

/** How a list of found reports goes: the nearest due day first; the newest first, by receipt or by what last happened. */
export const LIST_ORDERS = ['due', 'received', 'changed'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** `ranges`: pairs [start, end) in UTF-16 units of `text` to mark. */
const marked = z.object({ text: z.string(), ranges: z.array(z.tuple([z.int(), z.int()])) });
export const searchHit = queueRow.extend({
  titleMarks: marked,
  snippet: marked,
  /** The words of the snippet stand in what was written on the report, not in the report. */
  foundIn: z.enum(['follow_up', 'internal_note', 'reporter_reply', 'history']).nullable().default(null),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchAnswer = z.object({
  hits: z.array(searchHit),
  /** There may be others. */
  more: z.boolean(),
  /** Only so many reports were looked at, the first in this order; absent: as many as were needed. */
  among: z.object({ count: z.int(), order: z.enum(LIST_ORDERS) }).optional(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** Another report that seems to be about the same matter at the same place, and why. */
export const similarReport = queueRow
  .pick({ id: true, trackingId: true, title: true, rawStatus: true, bucket: true, receivedAt: true })
  .extend({
    /** 0-1 */
    score: z.number(),
    reasons: z.object({
      words: z.array(z.string()),
      place: z.enum(['village', 'district']).nullable(),
      /** 0: the same day. */
      daysApart: z.int(),
      sameCategory: z.boolean(),
    }),
  });
export type SimilarReport = z.infer<typeof similarReport>;

/** A report that was linked to another one. */
export const linkedReport = queueRow.pick({ id: true, trackingId: true, title: true });
export type LinkedReport = z.infer<typeof linkedReport>;

/** What the own OPD answered to a similar report; in the text, what was true only there is a variable. */
export const pastAnswer = similarReport
  .pick({ id: true, trackingId: true, title: true, receivedAt: true, reasons: true })
  .extend({ text: z.string(), answeredAt: z.string() });
export type PastAnswer = z.infer<typeof pastAnswer>;
