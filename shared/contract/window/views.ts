import { oc } from '@orpc/contract';
import * as z from 'zod';
import { line, record, text } from '../../domain/schema.ts';
import { LIST_ORDERS } from './queue.ts';
import { writing } from './storage.ts';

export const MOST_SAVED_VIEWS = 20;

/** What a row of the list shows beside number and title; marks that warn always stand there. */
export const ROW_FIELDS = ['due', 'place', 'category', 'status', 'received', 'assignee', 'labels'] as const;
export type RowField = (typeof ROW_FIELDS)[number];
/** Of the queue, and of a view that says nothing about it. */
export const USUAL_FIELDS: readonly RowField[] = ['due', 'place', 'category', 'status', 'assignee', 'labels'];

/** A search that an officer keeps under a name, and how what is found is listed. */
export const savedView = z.object({
  id: z.uuid(),
  name: line.min(1).max(40),
  search: text.min(1).max(200),
  order: z.enum(LIST_ORDERS).default('due'),
  fields: z.array(z.enum(ROW_FIELDS)).max(ROW_FIELDS.length).readonly().default(USUAL_FIELDS),
});
export type SavedView = z.infer<typeof savedView>;

/** In the officer's order, each under an id of its own. */
export const savedViews = z
  .array(savedView)
  .max(MOST_SAVED_VIEWS)
  .refine((views) => new Set(views.map(({ id }) => id)).size === views.length, 'an id stands twice')
  .readonly();

/** `more`: at least so many; counting on would cost too much. */
export const viewCount = z.object({ count: z.int(), more: z.boolean() });
export type ViewCount = z.infer<typeof viewCount>;

/** The officer's own views: searches kept under a name. */
export const viewsContract = {
  list: oc.output(savedViews),
  /** All of them, in their order: what is left out is gone. */
  save: writing.input(savedViews).output(z.object({})),
  counts: oc.output(record(viewCount, MOST_SAVED_VIEWS)),
};
