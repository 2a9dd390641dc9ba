import { type RawBuilder, sql } from 'kysely';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Complaint, ReadMark } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { EntryDetail } from '#shared/domain/complaint/entry-detail.ts';
import {
  type ComplaintRow,
  complaintOfRow,
  type EntryRow,
  ROW_COLUMNS,
} from '#shared/domain/complaint/row.ts';
import { aliased } from './aliased-columns.ts';
import { insertEntryFiles, readEntryFiles } from './attachments.ts';
import type { Tx } from './database.ts';
import type { TimelineEntryTable } from './schema.ts';
import { type Viewer, visibleTo } from './visibility.ts';

type NamedRow = ComplaintRow & { readonly agencyName: string | null };

/** One report locked for this transaction, with everything the domain needs to decide; null when unknown. */
export async function lockComplaint(tx: Tx, id: string, viewer: Viewer): Promise<Complaint | null> {
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
  viewer: Viewer,
): Promise<ReadonlyMap<string, Complaint>> {
  if (ids.length === 0) return new Map();
  // The names of the columns come from the statement: the plugin would rebuild every row.
  const plain = tx.withoutPlugins();
  const rows = await sql<NamedRow>`
    select ${aliased(COLUMNS, 'complaints')}, agencies.name as "agencyName"
    from complaints left join agencies on agencies.id = complaints.agency_id
    where complaints.id = any(${ids})`.execute(plain);
  const entries = await sql<EntryTableRow>`
    select ${aliased(ENTRY_COLUMNS, 'timeline_entries')} from timeline_entries
    where complaint_id = any(${ids}) and ${visibleTo(viewer)}
    order by complaint_id, position`.execute(plain);
  const marks = await sql<ReadMark & { complaintId: string }>`
    select complaint_id as "complaintId", officer_id as "officerId", revision from read_marks
    where complaint_id = any(${ids}) and agency_id = ${viewer}
    order by complaint_id, officer_id collate "C"`.execute(plain);
  const files = await readEntryFiles(tx, ids);

  const timelines = Map.groupBy(entries.rows, (entry) => entry.complaintId);
  const readBy = Map.groupBy(marks.rows, (mark) => mark.complaintId);
  return new Map(
    rows.rows.map((row) => [
      row.id,
      complaintOfRow(
        row,
        (timelines.get(row.id) ?? []).map((entry) => entryOf(entry, files.get(entry.id) ?? [])),
        (readBy.get(row.id) ?? []).map(({ officerId, revision }) => ({ officerId, revision })),
      ),
    ]),
  );
}

const ENTRY_COLUMNS = [
  'id',
  'complaintId',
  'kind',
  'at',
  'revision',
  'authorOfficerId',
  'authorName',
  'authorRole',
  'authorAgencyId',
  'text',
  'visibility',
  'receipt',
  'detail',
] as const satisfies readonly (keyof TimelineEntryTable)[];
type EntryTableRow = Pick<TimelineEntryTable, (typeof ENTRY_COLUMNS)[number]>;

function entryOf(row: EntryTableRow, attachments: readonly Attachment[]): TimelineEntry {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    revision: row.revision,
    author: {
      officerId: row.authorOfficerId,
      name: row.authorName,
      role: row.authorRole,
      agencyId: row.authorAgencyId,
    },
    text: row.text,
    attachments,
    visibility: row.visibility,
    receipt: row.receipt,
    detail: row.detail,
  };
}

const PG_TYPES: Readonly<Record<(typeof ROW_COLUMNS)[keyof ComplaintRow], string>> = {
  text: 'text',
  integer: 'integer',
  real: 'double precision',
  flag: 'boolean',
  list: 'text[]',
  record: 'jsonb',
  instant: 'timestamptz',
};
const COLUMNS = Object.keys(ROW_COLUMNS);
const COLUMN_LIST = sql.join(COLUMNS.map((name) => sql.ref(name)));
const GIVEN_LIST = sql.raw(COLUMNS.map((name) => `given."${name}"`).join(', '));
/** Rows as a relation `given` of a statement, all of them in one parameter. */
const recordset = (rows: readonly ComplaintRow[]): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (${sql.raw(
    Object.entries(ROW_COLUMNS)
      .map(([name, stored]) => `"${name}" ${PG_TYPES[stored]}`)
      .join(', '),
  )})`;
const REPLACED = sql.join(
  COLUMNS.filter((name) => name !== 'id' && name !== 'trackingId').map(
    (name) => sql`${sql.ref(name)} = ${sql.raw(`given."${name}"`)}`,
  ),
);

/** Writes complaints that are not known yet. */
export async function insertComplaints(tx: Tx, rows: readonly ComplaintRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into complaints (${COLUMN_LIST})
    select ${GIVEN_LIST} from ${recordset(rows)}`.execute(tx);
}

/** Writes known complaints anew, whole. */
export async function updateComplaints(tx: Tx, rows: readonly ComplaintRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update complaints set ${REPLACED}
    from ${recordset(rows)}
    where complaints.id = given.id`.execute(tx);
}

export async function insertEntries(tx: Tx, entries: readonly EntryRow[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(
    ({ id, complaintId, kind, at, revision, author, text, visibility, receipt, detail }) => ({
      id,
      complaintId,
      kind,
      at,
      revision,
      authorOfficerId: author.officerId,
      authorName: author.name,
      authorRole: author.role,
      authorAgencyId: author.agencyId,
      text,
      visibility,
      receipt,
      detail: detail === null ? null : sql<EntryDetail>`${JSON.stringify(detail)}::jsonb`,
    }),
  );
  await tx.insertInto('timelineEntries').values(rows).execute();
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

/** Writes what the workflow can change of a complaint itself, as the domain has made it. */
export async function setState(
  tx: Tx,
  { id, revision, rawStatus, statusReason, agency, returns, dispositionedAt }: Complaint,
): Promise<void> {
  await tx
    .updateTable('complaints')
    .set({
      revision,
      rawStatus,
      statusReason,
      agencyId: agency?.id ?? null,
      returns,
      dispositionedAt,
    })
    .where('id', '=', id)
    .execute();
}

/** The id of the complaint with this tracking id or receipt; null: there is none. */
export async function idOfNumber(tx: Tx, number: string): Promise<string | null> {
  const found = await tx
    .selectFrom('complaints')
    .select('id')
    .where('trackingId', '=', number)
    .executeTakeFirst();
  return found?.id ?? null;
}

/**
 * Rows of known reports by tracking id; `forUpdate`: nobody else changes them before this transaction ends.
 */
export async function readRows(
  tx: Tx,
  trackingIds: readonly string[],
  purpose: 'read' | 'forUpdate',
): Promise<ReadonlyMap<string, ComplaintRow>> {
  const lock = purpose === 'forUpdate' ? sql`for update` : sql``;
  const rows = await sql<ComplaintRow>`
    select ${aliased(COLUMNS, 'complaints')} from complaints
    where tracking_id = any(${trackingIds}) order by id ${lock}`.execute(tx.withoutPlugins());
  return new Map(rows.rows.map((row) => [row.trackingId, row]));
}
