import * as z from 'zod';
import { day } from './schemas.ts';

export const MOST_SAVED_VIEWS = 20;

/** A search that an officer keeps under a name: words and filters as they were typed. */
export const savedView = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(40),
  search: z.string().min(1).max(200),
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
