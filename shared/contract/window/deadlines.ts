import { oc } from '@orpc/contract';
import * as z from 'zod';
import { holiday } from '../../domain/calendar/working-days.ts';
import { day, instant } from '../../domain/schema.ts';

/** What new holidays or rules have moved, and why. */
export const movedDeadlines = z.object({
  /** When it was noticed. */
  at: instant,
  /** Complaints of which a running clock ends on another day. */
  count: z.int(),
  /** The first of them, in the order in which the cache has them. */
  rows: z
    .array(
      z.object({
        id: z.string(),
        trackingId: z.string(),
        title: z.string(),
        clocks: z
          .array(z.object({ clock: z.enum(['first_answer', 'completion']), from: day, to: day }))
          .readonly(),
      }),
    )
    .readonly(),
  added: z.array(holiday).readonly(),
  removed: z.array(holiday).readonly(),
  /** The rules changed. */
  rules: z.boolean(),
});
export type MovedDeadlines = z.infer<typeof movedDeadlines>;

export const deadlinesContract = {
  /** What new holidays or rules have moved last; null: nothing yet. */
  moved: oc.output(movedDeadlines.nullable()),
  /** The days of a span on which this computer had no connection, as far as its log goes. */
  offlineDays: oc.input(z.object({ from: day, to: day })).output(z.array(day).readonly()),
};
