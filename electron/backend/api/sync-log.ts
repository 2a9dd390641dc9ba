import type { SyncEvent } from '#shared/contract/window/window.ts';
import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { Desk } from './context.ts';

/** Lines that a person looks through. */
const SHOWN = 200;

/** What happened between this computer and the centre, newest first. */
export function lastSyncEvents({ reports: { journal } }: Desk): SyncEvent[] {
  return journal.lastLines(SHOWN).map(({ at, event, detail, complaintId }) => ({
    at,
    event,
    detail,
    trackingId: complaintId === null ? null : trackingIdOf(complaintId),
  }));
}
