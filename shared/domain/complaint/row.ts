import type { Complaint, ReadMark } from './complaint.ts';
import type { TimelineEntry } from './entry.ts';
import { FIELDS, type Storage } from './fields.ts';
import { unrecorded } from './recorded-complaint.ts';

/** A complaint as one flat row, for imports and stores. Timeline and read marks are rows of their own. */
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

export function rowOf({ agency, timeline: _timeline, readBy: _readBy, ...row }: Complaint): ComplaintRow {
  return { ...row, agencyId: agency?.id ?? null };
}

/** A row of which nothing is said yet: also what an older program's row lacks. */
export const EMPTY_ROW = rowOf(unrecorded(''));

export function entryRowsOf({ id, timeline }: Pick<Complaint, 'id' | 'timeline'>): EntryRow[] {
  return timeline.map((entry) => ({ ...entry, complaintId: id }));
}

const OWN_FIELDS = (Object.keys(ROW_COLUMNS) as (keyof ComplaintRow)[]).filter((name) => name !== 'agencyId');

/**
 * The complaint as an agency may see it: without the name of an anonymous reporter. Written over an object
 * that has every field already: V8 makes and sends one that grows field by field, or that a rest pattern cut,
 * several times slower, and a first load is of 100,000.
 */
export function complaintOfRow(
  row: ComplaintRow & { readonly agencyName: string | null },
  timeline: readonly TimelineEntry[],
  readBy: readonly ReadMark[],
): Complaint {
  const { agencyId, agencyName } = row;
  const complaint: Record<string, unknown> = unrecorded(row.id);
  for (const name of OWN_FIELDS) complaint[name] = row[name];
  complaint.reporterName = row.anonymous ? null : row.reporterName;
  complaint.agency = agencyId === null || agencyName === null ? null : { id: agencyId, name: agencyName };
  complaint.timeline = timeline;
  complaint.readBy = readBy;
  return complaint as Complaint;
}
