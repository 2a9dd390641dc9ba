import type { Data } from '../schema.ts';
import { isOrder } from './entry.ts';
import type { complaint } from './fields.ts';

/** A complaint (laporan) of LAPOR!, with everything that happened to it. Its fields: `FIELDS`. */
export type Complaint = Data<typeof complaint>;

export type ReadMark = Complaint['readBy'][number];

/** The id of a complaint that came from LAPOR!. */
export function complaintIdOf(trackingId: string): string {
  return `lapor-${trackingId}`;
}

/** The tracking id in the id of a complaint; null: it has none in LAPOR!. */
export function trackingIdOf(complaintId: string): string | null {
  return complaintId.startsWith('lapor-') ? complaintId.slice('lapor-'.length) : null;
}

/** Can LAPOR! have a complaint of this id? */
export function isLaporId(complaintId: string): boolean {
  return /^lapor-\d{1,15}$/.test(complaintId);
}

/** Has anything that somebody else did come since this officer last opened the complaint? */
export function isUnread(complaint: Complaint, officerId: string): boolean {
  const mark = complaint.readBy.find((read) => read.officerId === officerId);
  if (mark === undefined) return true;
  return complaint.timeline.some(
    (entry) => entry.author.officerId !== officerId && entry.revision > mark.revision && !isOrder(entry),
  );
}

/** What a complaint says: as edited by the admin, else as the reporter wrote it. */
export function textOfComplaint(complaint: Pick<Complaint, 'finalText' | 'originalText'>): string {
  return complaint.finalText.trim() === '' ? complaint.originalText : complaint.finalText;
}
