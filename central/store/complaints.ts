import { type RawBuilder, sql } from 'kysely';
import type { Complaint, ReadMark } from '#shared/domain/complaint/complaint.ts';
import { RECORDED_PREFIX } from '#shared/domain/complaint/recorded.ts';
import { type ComplaintRow, complaintOfRow, ROW_COLUMNS } from '#shared/domain/complaint/row.ts';
import { aliased } from './aliased-columns.ts';
import { type Db, type Tx, UNREADABLE } from './database.ts';
import { readEntries } from './entries.ts';
import type { Viewer } from './visibility.ts';

type NamedRow = ComplaintRow & { readonly agencyName: string | null };

/** Are its instants ones that this program knows? */
export function isReadable(row: Pick<ComplaintRow, 'receivedAt' | 'dispositionedAt'>): boolean {
  return row.receivedAt !== UNREADABLE && row.dispositionedAt !== UNREADABLE;
}

/** A row that is there and that this program cannot read. */
export class UnreadableRow extends Error {}

/**
 * A complaint, locked for this transaction, with all that the domain needs to decide; null when unknown.
 * @throws UnreadableRow
 */
export async function lockComplaint(tx: Tx, id: string, viewer: Viewer): Promise<Complaint | null> {
  const locked = await tx.selectFrom('complaints').select('id').where('id', '=', id).forUpdate().execute();
  if (locked.length === 0) return null;
  const complaint = (await readComplaints(tx, [id], viewer)).get(id);
  if (complaint === undefined) throw new UnreadableRow(`complaint ${id} cannot be read`);
  return complaint;
}

/**
 * Complaints by id as the agency `viewer` may see them: without the name of an anonymous reporter, and
 * without what other agencies wrote for themselves. Four statements, however many complaints.
 * @param onUnreadable told of each complaint and entry that cannot be read and is left out
 */
export async function readComplaints(
  tx: Tx,
  ids: readonly string[],
  viewer: Viewer,
  onUnreadable: (id: string) => void = () => undefined,
): Promise<ReadonlyMap<string, Complaint>> {
  if (ids.length === 0) return new Map();
  // The names of the columns come from the statement: the plugin would rebuild every row.
  const plain = tx.withoutPlugins();
  const rows = await sql<NamedRow>`
    select ${aliased(COLUMNS, 'complaints')}, agencies.name as "agencyName"
    from complaints left join agencies on agencies.id = complaints.agency_id
    where complaints.id = any(${ids})`.execute(plain);
  const timelines = await readEntries(tx, ids, viewer, onUnreadable);
  const marks = await sql<ReadMark & { complaintId: string }>`
    select complaint_id as "complaintId", officer_id as "officerId", revision from read_marks
    where complaint_id = any(${ids}) and agency_id = ${viewer}
    order by complaint_id, officer_id collate "C"`.execute(plain);
  const readBy = Map.groupBy(marks.rows, (mark) => mark.complaintId);
  const complaintOf = (row: NamedRow): Complaint => {
    const readers = readBy.get(row.id) ?? [];
    const readMarks = readers.map(({ officerId, revision }) => ({ officerId, revision }));
    return complaintOfRow(row, timelines.get(row.id) ?? [], readMarks);
  };
  const readable = rows.rows.filter((row) => {
    if (!isReadable(row)) onUnreadable(row.id);
    return isReadable(row);
  });
  return new Map(readable.map((row) => [row.id, complaintOf(row)]));
}

const PG_TYPES: Readonly<Record<(typeof ROW_COLUMNS)[keyof ComplaintRow], string>> = {
  text: 'text',
  day: 'text',
  integer: 'integer',
  real: 'double precision',
  flag: 'boolean',
  list: 'text[]',
  record: 'jsonb',
  instant: 'timestamptz',
};
const COLUMNS = Object.keys(ROW_COLUMNS) as (keyof ComplaintRow)[];
const given = (name: string): RawBuilder<unknown> => sql.raw(`given."${name}"`);
/** Rows as a relation `given` of a statement, all of them in one parameter. */
const recordset = (rows: readonly object[], names: readonly (keyof ComplaintRow)[]): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (${sql.raw(
    names.map((name) => `"${name}" ${PG_TYPES[ROW_COLUMNS[name]]}`).join(', '),
  )})`;

/** Writes complaints that are not known yet. */
export async function insertComplaints(tx: Tx, rows: readonly ComplaintRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into complaints (${sql.join(COLUMNS.map((name) => sql.ref(name)))})
    select ${sql.join(COLUMNS.map(given))} from ${recordset(rows, COLUMNS)}`.execute(tx);
}

/** Writes known complaints anew: the columns that the rows have, all of them the same ones. */
export async function updateComplaints(
  tx: Tx,
  rows: readonly (Partial<ComplaintRow> & Pick<ComplaintRow, 'id'>)[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = COLUMNS.filter((name) => name in first);
  const written = names.filter((name) => name !== 'id' && name !== 'trackingId');
  await sql`
    update complaints set ${sql.join(written.map((name) => sql`${sql.ref(name)} = ${given(name)}`))}
    from ${recordset(rows, names)}
    where complaints.id = given.id`.execute(tx);
}

export async function hasComplaint(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.selectFrom('complaints').select('id').where('id', '=', id).executeTakeFirst();
  return found !== undefined;
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

/** Rows of known complaints by tracking id; `forUpdate`: nobody else changes them in this transaction. */
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

/** Recorded complaints that no agency has, oldest first: the Admin Instansi says who answers them. */
export function listUndisposed(db: Db) {
  return db
    .selectFrom('complaints')
    .select(['trackingId as number', 'receivedAt', 'channel', 'title'])
    .where('agencyId', 'is', null)
    .where('id', 'like', `${RECORDED_PREFIX}%`)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
}
