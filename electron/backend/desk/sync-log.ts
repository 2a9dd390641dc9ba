import type { SyncEvent } from '#shared/contract/desk.ts';
import { trackingIdOf } from '#shared/domain/complaint.ts';
import type { Desk } from './desk.ts';

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
