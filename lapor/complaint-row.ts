import type { Complaint, ReadMark } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { LaporWord } from '#shared/domain/complaint/lapor-word.ts';

/**
 * A complaint as one flat row: what an import compares, and what a store keeps beside its timeline and read
 * marks.
 */
export type ComplaintRow = Omit<Complaint, 'agency' | 'timeline' | 'readBy'> & {
  readonly agencyId: string | null;
};

/** What LAPOR!'s export last said of a complaint. */
export type LaporMemory = LaporWord & { readonly complaintId: string };

export type NewEntry = TimelineEntry & { readonly complaintId: string };

/** The complaint as an agency may see it: without the name of an anonymous reporter. */
export function complaintOf(
  { agencyId, agencyName, ...row }: ComplaintRow & { readonly agencyName: string | null },
  timeline: readonly TimelineEntry[],
  readBy: readonly ReadMark[],
): Complaint {
  const agency = agencyId === null || agencyName === null ? null : { id: agencyId, name: agencyName };
  return { ...row, reporterName: row.anonymous ? null : row.reporterName, agency, timeline, readBy };
}

/** A complaint as its row; its timeline and read marks are rows of their own. */
export function complaintRow({ agency, timeline, readBy, ...row }: Complaint): ComplaintRow {
  return { ...row, agencyId: agency?.id ?? null };
}
