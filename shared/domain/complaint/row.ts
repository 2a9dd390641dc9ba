import type { Complaint, ReadMark } from './complaint.ts';
import type { TimelineEntry } from './entry.ts';
import { FIELDS, type FieldName, type Storage } from './fields.ts';

/** A complaint as one flat row: what an import compares, and what a store keeps beside timeline and read marks. */
export type ComplaintRow = Omit<Complaint, 'agency' | 'timeline' | 'readBy'> & {
  readonly agencyId: string | null;
};

/** An entry as a row of its own, beside the complaint that it is of. */
export type EntryRow = TimelineEntry & { readonly complaintId: string };

/** The columns of that row and how each is kept, in the order of the fields. */
export const ROW_COLUMNS = Object.fromEntries(
  Object.entries(FIELDS).flatMap(([name, { stored }]) => {
    if (stored === 'rows') return [];
    return stored === 'agency' ? [['agencyId', 'text']] : [[name, stored]];
  }),
) as Readonly<Record<keyof ComplaintRow, Exclude<Storage, 'rows' | 'agency'>>>;

/** The fields of a row of this kind of storage. */
export function fieldsStoredAs(storage: Storage): readonly FieldName[] {
  return (Object.keys(FIELDS) as FieldName[]).filter((name) => FIELDS[name].stored === storage);
}

export function rowOf({ agency, timeline: _timeline, readBy: _readBy, ...row }: Complaint): ComplaintRow {
  return { ...row, agencyId: agency?.id ?? null };
}

/** The complaint as an agency may see it: without the name of an anonymous reporter. */
export function complaintOfRow(
  { agencyId, agencyName, ...row }: ComplaintRow & { readonly agencyName: string | null },
  timeline: readonly TimelineEntry[],
  readBy: readonly ReadMark[],
): Complaint {
  return {
    ...row,
    reporterName: row.anonymous ? null : row.reporterName,
    agency: agencyId === null || agencyName === null ? null : { id: agencyId, name: agencyName },
    timeline,
    readBy,
  };
}
