import { oc } from '@orpc/contract';
import * as z from 'zod';
import { holiday } from '../../domain/calendar/working-days.ts';
import { movedClock } from '../../domain/deadlines/moved-deadlines.ts';
import { day, instant, list } from '../../domain/schema.ts';
import { named } from '../schemas.ts';

/** What new holidays or rules have moved, and why. */
export const movedDeadlines = z.object({
  /** When it was noticed. */
  at: instant,
  /** Complaints of which a running clock ends on another day. */
  count: z.int(),
  /** The first of them, in the order in which the cache has them. */
  rows: list(named.extend({ clocks: list(movedClock) })),
  added: list(holiday),
  removed: list(holiday),
  /** The rules changed. */
  rules: z.boolean(),
});
export type MovedDeadlines = z.infer<typeof movedDeadlines>;

export const deadlinesContract = {
  /** What new holidays or rules have moved last; null: nothing yet. */
  moved: oc.output(movedDeadlines.nullable()),
  /** The days of a span on which this computer had no connection, as far as its log goes. */
  offlineDays: oc.input(z.object({ from: day, to: day })).output(list(day)),
};
