import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';

/** What may have changed; a screen that shows it asks again. */
export const backendEvent = z.object({
  topics: z
    .array(z.enum(['queue', 'case', 'outbox', 'sync', 'session', 'reference', 'settings', 'log']))
    .readonly(),
  /** The complaints concerned; null: possibly all. */
  complaintIds: z.array(z.string()).readonly().nullable(),
});
export type BackendEvent = z.infer<typeof backendEvent>;

export const eventsContract = oc.output(eventIterator(backendEvent));
