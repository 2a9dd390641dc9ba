import type { Agency } from '../people/roles.ts';
import type { Complaint } from './complaint.ts';
import type { Author, TimelineEntry } from './entry.ts';
import { isRecordedId } from './recorded.ts';
import { RAW_STATUS } from './status.ts';

/** Speaks for the kabupaten where no officer is known by name. */
const ADMIN: Author = { officerId: null, name: 'Admin Instansi', role: 'admin', agencyId: null };

/** The id of a new entry, and when it is written (an ISO instant). */
export type EntryAt = { readonly id: string; readonly at: string };

/** The entry with which a complaint goes to an agency, by the Admin Instansi here or at LAPOR!. */
export function dispositionEntry(
  agencyName: string,
  { id, at }: EntryAt,
  { revision, visibility }: Pick<TimelineEntry, 'revision' | 'visibility'>,
): TimelineEntry {
  return {
    id,
    kind: 'disposition',
    at,
    revision,
    author: ADMIN,
    text: `Diteruskan ke ${agencyName}`,
    attachments: [],
    visibility,
    receipt: null,
    detail: null,
  };
}

/** Did an office record it for another agency, and nobody has said yet for which? */
export function isUndisposed({ id, agency }: Complaint): boolean {
  return agency === null && isRecordedId(id);
}

/**
 * Gives a recorded complaint to the agency that answers it. The files and the contact of a reporter who is
 * not anonymous go with it; what tells who an anonymous reporter is stays with the agency that recorded the
 * complaint.
 * @param complaint with its entry of kind `record`
 */
export function dispose(complaint: Complaint, agency: Agency, when: EntryAt): Complaint {
  const revision = complaint.revision + 1;
  const entry = dispositionEntry(agency.name, when, { revision, visibility: 'agency' });
  const record = recordOf(complaint);
  // The agency that recorded it sees its own entry.
  const passedOn = record !== undefined && !complaint.anonymous && record.author.agencyId !== agency.id;
  const carried = passedOn ? { attachments: record.attachments, detail: record.detail } : {};
  return {
    ...complaint,
    revision,
    agency: { id: agency.id, name: agency.name },
    rawStatus: RAW_STATUS.dispositionedTo(agency.name),
    dispositionedAt: when.at,
    timeline: [...complaint.timeline, { ...entry, ...carried }],
  };
}

/** The agency whose officer recorded the complaint; null: it came from LAPOR!. */
export function recordedBy(complaint: Complaint): string | null {
  return recordOf(complaint)?.author.agencyId ?? null;
}

function recordOf({ timeline }: Complaint): TimelineEntry | undefined {
  return timeline.find(({ kind }) => kind === 'record');
}
