import * as z from 'zod';

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
