import * as z from 'zod';
import { day } from '../../domain/schema.ts';
import { LIST_ORDERS } from './queue.ts';

export const MOST_SAVED_VIEWS = 20;

/** What a row of the list shows beside number and title; marks that warn always stand there. */
export const ROW_FIELDS = ['due', 'place', 'category', 'status', 'received', 'assignee', 'labels'] as const;
export type RowField = (typeof ROW_FIELDS)[number];
/** Of the queue, and of a view that says nothing about it. */
export const USUAL_FIELDS: readonly RowField[] = ['due', 'place', 'category', 'status', 'assignee', 'labels'];

/** A search that an officer keeps under a name: words and filters as they were typed, and how what is found is listed. */
export const savedView = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(40),
  search: z.string().min(1).max(200),
  order: z.enum(LIST_ORDERS).default('due'),
  fields: z
    .array(z.enum(ROW_FIELDS))
    .max(ROW_FIELDS.length)
    .default([...USUAL_FIELDS]),
});
export type SavedView = z.infer<typeof savedView>;

/** In the officer's order. */
export const savedViews = z.array(savedView).max(MOST_SAVED_VIEWS);

/** `more`: at least so many; counting on would cost too much. */
export const viewCount = z.object({ count: z.int(), more: z.boolean() });
export type ViewCount = z.infer<typeof viewCount>;

/** The first look of the day, from what this computer knows. */
export const morning = z.object({
  /** It has not been shown today, and it is not the first day on this computer. */
  due: z.boolean(),
  /** At most three, the first one first. */
  first: z.array(
    z.object({
      id: z.string(),
      trackingId: z.string(),
      title: z.string(),
      why: z.discriminatedUnion('reason', [
        z.object({
          reason: z.enum(['late', 'due']),
          day,
          clock: z.enum(['first_answer', 'completion']),
        }),
        z.object({ reason: z.literal('replied'), day }),
      ]),
    }),
  ),
  /** Unread reports that came since `since`; `more`: at least so many. */
  arrived: z.object({ count: z.int(), more: z.boolean(), since: day }),
  refused: z.int(),
  undelivered: z.int(),
  /** Reports here, closed ones too. */
  known: z.int(),
  /** Null: never. */
  lastSyncedAt: z.string().nullable(),
});
export type Morning = z.infer<typeof morning>;
