import * as z from 'zod';
import { holiday } from '../../domain/calendar/working-days.ts';
import { day, instant } from '../../domain/schema.ts';

/** What new holidays or rules have moved, and why. */
export const movedDeadlines = z.object({
  /** When it was noticed. */
  at: instant,
  /** Reports of which a running clock ends on another day. */
  count: z.int(),
  /** The first of them, in the order in which the cache has them. */
  rows: z.array(
    z.object({
      id: z.string(),
      trackingId: z.string(),
      title: z.string(),
      clocks: z.array(z.object({ clock: z.enum(['first_answer', 'completion']), from: day, to: day })),
    }),
  ),
  added: z.array(holiday),
  removed: z.array(holiday),
  /** The rules changed. */
  rules: z.boolean(),
});
export type MovedDeadlines = z.infer<typeof movedDeadlines>;
