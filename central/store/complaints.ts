import { sql } from 'kysely';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Complaint, ReadMark } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { EntryDetail } from '#shared/domain/complaint/entry-detail.ts';
import { complaintOf, type NewEntry } from '../../lapor/complaint-row.ts';
import { insertEntryFiles, readEntryFiles } from './attachments.ts';
import type { Tx } from './database.ts';
import type { ComplaintTable, TimelineEntryTable } from './schema.ts';
import { visibleTo } from './visibility.ts';

type ComplaintRow = ComplaintTable & { readonly agency_name: string | null };

/** One report locked for this transaction, with everything the domain needs to decide; null when unknown. */
export async function lockComplaint(tx: Tx, id: string, viewer: string): Promise<Complaint | null> {
  const locked = await tx.selectFrom('complaints').select('id').where('id', '=', id).forUpdate().execute();
  if (locked.length === 0) return null;
  return (await readComplaints(tx, [id], viewer)).get(id) ?? null;
}

/**
 * Reports by id as the OPD `viewer` may see them: without the name of an anonymous reporter, and without what
 * other OPDs wrote for themselves. Four statements, however many reports.
 */
export async function readComplaints(
  tx: Tx,
  ids: readonly string[],
  viewer: string,
): Promise<ReadonlyMap<string, Complaint>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<ComplaintRow>`
    select complaints.*, agencies.name as agency_name
    from complaints left join agencies on agencies.id = complaints.agency_id
    where complaints.id = any(${ids})`.execute(tx);
  const entries = await sql<TimelineEntryTable>`
    select * from timeline_entries
    where complaint_id = any(${ids}) and ${visibleTo(viewer)}
    order by complaint_id, position`.execute(tx);
  const marks = await sql<ReadMark & { complaintId: string }>`
    select complaint_id as "complaintId", officer_id as "officerId", revision from read_marks
    where complaint_id = any(${ids}) and agency_id = ${viewer}
    order by complaint_id, officer_id collate "C"`.execute(tx);
  const files = await readEntryFiles(tx, ids);

  const timelines = Map.groupBy(entries.rows, (entry) => entry.complaint_id);
  const readBy = Map.groupBy(marks.rows, (mark) => mark.complaintId);
  return new Map(
    rows.rows.map((row) => [
      row.id,
      complaintOf(
        row,
        (timelines.get(row.id) ?? []).map((entry) => entryOf(entry, files.get(entry.id) ?? [])),
        (readBy.get(row.id) ?? []).map(({ officerId, revision }) => ({ officerId, revision })),
      ),
    ]),
  );
}

function entryOf(row: TimelineEntryTable, attachments: readonly Attachment[]): TimelineEntry {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    revision: row.revision,
    author: {
      officerId: row.author_officer_id,
      name: row.author_name,
      role: row.author_role,
      agencyId: row.author_agency_id,
    },
    text: row.text,
    attachments,
    visibility: row.visibility,
    receipt: row.receipt,
    detail: row.detail,
  };
}

/** The columns of `complaints` with their types, for writing many rows in one statement. */
const COLUMN_TYPES: Readonly<Record<keyof ComplaintTable, string>> = {
  id: 'text',
  tracking_id: 'text',
  revision: 'integer',
  title: 'text',
  original_text: 'text',
  final_text: 'text',
  classification: 'text',
  oversight: 'boolean',
  anonymous: 'boolean',
  confidential: 'boolean',
  reporter_name: 'text',
  category_id: 'text',
  category_path: 'text[]',
  parent_agency: 'text',
  agency_id: 'text',
  raw_status: 'text',
  status_reason: 'text',
  province: 'text',
  regency: 'text',
  district: 'text',
  village: 'text',
  channel: 'text',
  rating: 'double precision',
  returns: 'integer',
  received_at: 'timestamptz',
  dispositioned_at: 'timestamptz',
  extra: 'jsonb',
};
const COLUMNS = Object.keys(COLUMN_TYPES);
const RECORD = sql.raw(
  Object.entries(COLUMN_TYPES)
    .map(([name, type]) => `${name} ${type}`)
    .join(', '),
);
const COLUMN_LIST = sql.raw(COLUMNS.join(', '));
const REPLACED = sql.raw(
  COLUMNS.filter((name) => name !== 'id' && name !== 'tracking_id')
    .map((name) => `${name} = given.${name}`)
    .join(', '),
);

/** Writes reports that are not known yet. */
export async function insertComplaints(tx: Tx, rows: readonly ComplaintTable[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into complaints (${COLUMN_LIST})
    select ${COLUMN_LIST} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (${RECORD})`.execute(
    tx,
  );
}

/** Writes known reports anew, whole. */
export async function updateComplaints(tx: Tx, rows: readonly ComplaintTable[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update complaints set ${REPLACED}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (${RECORD})
    where complaints.id = given.id`.execute(tx);
}

export async function insertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    id: entry.id,
    complaint_id: entry.complaintId,
    kind: entry.kind,
    at: entry.at,
    revision: entry.revision,
    author_officer_id: entry.author.officerId,
    author_name: entry.author.name,
    author_role: entry.author.role,
    author_agency_id: entry.author.agencyId,
    text: entry.text,
    visibility: entry.visibility,
    receipt: entry.receipt,
    detail: entry.detail === null ? null : sql<EntryDetail>`${JSON.stringify(entry.detail)}::jsonb`,
  }));
  await tx.insertInto('timeline_entries').values(rows).execute();
}

/** Brings the entries of a report into the order of their times: some came later than they were written. */
export async function orderByTime(tx: Tx, complaintId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from timeline_entries where complaint_id = ${complaintId} order by at, position`.execute(tx);
  for (const { id } of rows)
    await sql`update timeline_entries set position = default where id = ${id}`.execute(tx);
}

/** Writes what happened to a report, with the files that are held of it by SHA-256. */
export async function writeEntries(
  tx: Tx,
  complaintId: string,
  entries: readonly TimelineEntry[],
  held: ReadonlyMap<string, { readonly id: string }>,
): Promise<void> {
  await insertEntries(
    tx,
    entries.map((entry) => ({ ...entry, complaintId })),
  );
  for (const entry of entries) {
    const files = entry.attachments.flatMap(({ sha256, name }) => {
      const attachmentId = held.get(sha256)?.id;
      return attachmentId === undefined ? [] : [{ attachmentId, name }];
    });
    await insertEntryFiles(tx, complaintId, entry.id, files);
  }
}

/** What a command, or the history that an office brings, can change of a report itself. */
export async function setState(
  tx: Tx,
  id: string,
  { revision, rawStatus, statusReason, agency, returns }: State,
): Promise<void> {
  await tx
    .updateTable('complaints')
    .set({
      revision,
      raw_status: rawStatus,
      status_reason: statusReason,
      agency_id: agency?.id ?? null,
      returns,
    })
    .where('id', '=', id)
    .execute();
}
type State = Pick<Complaint, 'revision' | 'rawStatus' | 'statusReason' | 'agency' | 'returns'>;

/** Rows of known reports by tracking id; `lock`: nobody else changes them before this transaction ends. */
export async function readRows(
  tx: Tx,
  trackingIds: readonly string[],
  purpose: 'look' | 'lock',
): Promise<ReadonlyMap<string, ComplaintTable>> {
  const lock = purpose === 'lock' ? sql`for update` : sql``;
  const rows = await sql<ComplaintTable>`
    select ${COLUMN_LIST} from complaints where tracking_id = any(${trackingIds}) order by id ${lock}`.execute(
    tx,
  );
  return new Map(rows.rows.map((row) => [row.tracking_id, row]));
}
