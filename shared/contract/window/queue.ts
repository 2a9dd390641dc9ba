import { oc } from '@orpc/contract';
import * as z from 'zod';
import { commandKind } from '../../domain/commands/registry.ts';
import { PRIORITIES } from '../../domain/complaint/entry-detail.ts';
import { BUCKETS } from '../../domain/complaint/status.ts';
import { agencyClock } from '../../domain/deadlines/deadline-rules.ts';
import { URGENCIES } from '../../domain/deadlines/urgency.ts';
import { day, line, list, text, time } from '../../domain/schema.ts';
import { VALUE_FIELDS } from '../../domain/text/search-query.ts';
import { named } from '../schemas.ts';
import { DELIVERY_STATES } from './outbox.ts';

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

export const queueRow = named.extend({
  district: line.nullable(),
  /** The last, most precise part of the category path. */
  category: line.nullable(),
  rawStatus: line,
  bucket: z.enum(BUCKETS),
  statusKnown: z.boolean(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  receivedAt: time,
  due: z.object({ day, clock: agencyClock, estimateYear: z.int().nullable() }).nullable(),
  unread: z.boolean(),
  /** The officer's last command on the complaint that is not accepted yet. */
  pending: z.object({ kind: commandKind, state: z.enum(DELIVERY_STATES) }).nullable(),
  hasDraft: z.boolean(),
  /** Who of the agency works on it, by name. */
  assignee: line.nullable(),
  priority: z.enum(PRIORITIES),
  labels: list(line),
  plannedDay: day.nullable(),
  /** The officer does not want to see it before this day. */
  snoozedUntil: day.nullable(),
  /** Names of colleagues who have the complaint open right now. */
  viewers: list(line),
});
export type QueueRow = z.infer<typeof queueRow>;

export const queuePage = z.object({
  rows: list(queueRow),
  /** Pass it as `after` for the next page; null at the end. */
  next: line.nullable(),
  total: z.int(),
  /** How many rows of the view stand under each heading. */
  groups: list(z.object({ urgency: z.enum(URGENCIES), count: z.int() })),
});
export type QueuePage = z.infer<typeof queuePage>;

/** `due`: the nearest due day first; `received` and `changed`: the newest first. */
export const LIST_ORDERS = ['due', 'received', 'changed'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** `ranges`: pairs [start, end) in UTF-16 units of `text` to mark. */
const marked = z.object({ text, ranges: list(z.tuple([z.int(), z.int()])) });
export const searchHit = queueRow.extend({
  titleMarks: marked,
  snippet: marked,
  /** The words of the snippet stand in what was written on the complaint, not in the complaint. */
  foundIn: z.enum(['follow_up', 'internal_note', 'reporter_reply', 'history']).nullable().default(null),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchAnswer = z.object({
  hits: list(searchHit),
  /** There may be others. */
  more: z.boolean(),
  /** Only so many complaints were looked at, the first in this order; absent: as many as were needed. */
  among: z.object({ count: z.int(), order: z.enum(LIST_ORDERS) }).optional(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

export const queueContract = {
  page: oc
    .input(z.object({ view: z.enum(QUEUE_VIEWS), after: line.nullable(), limit: z.int().min(1).max(200) }))
    .output(queuePage),
  counts: oc.output(z.record(z.enum([...QUEUE_VIEWS, 'outbox', 'attention']), z.int())),
  /** Values in use that the typed words begin, the most frequent first: offered while a filter is typed. */
  filterValues: oc.input(z.object({ field: z.enum(VALUE_FIELDS), typed: text.max(200) })).output(list(line)),
  /** Without an order words give the newest first, filters alone the nearest due day. See `parseSearch`. */
  search: oc
    .input(
      z.object({
        text: text.max(200),
        limit: z.int().min(1).max(200),
        order: z.enum(LIST_ORDERS).optional(),
      }),
    )
    .output(searchAnswer),
};
