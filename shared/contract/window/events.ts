import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { id, list } from '../../domain/schema.ts';

/**
 * What may have changed; a screen that shows it asks again. `queue`: rows, counts and drafts; `case`: one
 * complaint; `outbox`: commands and drafts; `sync`: the connection; `session`: who works here, and notices;
 * `reference`: rules, holidays, agencies, colleagues, templates; `settings`: also own templates and views;
 * `log`: the sync log.
 */
export const backendEvent = z.object({
  topics: list(z.enum(['queue', 'case', 'outbox', 'sync', 'session', 'reference', 'settings', 'log'])),
  /** The complaints concerned; null: possibly all. */
  complaintIds: list(id).nullable(),
});
export type BackendEvent = z.infer<typeof backendEvent>;

export const eventsContract = oc.output(eventIterator(backendEvent));
