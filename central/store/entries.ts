import { sql } from 'kysely';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { EntryDetail } from '#shared/domain/complaint/entry-detail.ts';
import type { EntryRow } from '#shared/domain/complaint/row.ts';
import { aliased } from './aliased-columns.ts';
import { type Db, type Tx, UNREADABLE } from './database.ts';
import type { TimelineEntryTable } from './schema.ts';
import { type Viewer, visibleTo } from './visibility.ts';

const COLUMNS = [
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
type Row = Pick<TimelineEntryTable, (typeof COLUMNS)[number]>;

/**
 * The timelines of these complaints as far as `viewer` sees them, in two statements.
 * @param onUnreadable told of each entry that cannot be read and is left out
 */
export async function readEntries(
  tx: Tx,
  complaintIds: readonly string[],
  viewer: Viewer,
  onUnreadable: (id: string) => void,
): Promise<ReadonlyMap<string, readonly TimelineEntry[]>> {
  const { rows } = await sql<Row>`
    select ${aliased(COLUMNS, 'timeline_entries')} from timeline_entries
    where complaint_id = any(${complaintIds}) and ${visibleTo(viewer)}
    order by complaint_id, position`.execute(tx.withoutPlugins());
  const files = await readFiles(tx, complaintIds);
  const readable = rows.filter(({ id, at }) => {
    if (at === UNREADABLE) onUnreadable(id);
    return at !== UNREADABLE;
  });
  const timelines = Map.groupBy(readable, (row) => row.complaintId);
  return new Map(
    [...timelines].map(([id, rows]) => [id, rows.map((row) => entryOf(row, files.get(row.id)))]),
  );
}

function entryOf(row: Row, files: readonly NamedFile[] = []): TimelineEntry {
  const { id, kind, at, revision, text, visibility, receipt, detail } = row;
  const author = {
    officerId: row.authorOfficerId,
    name: row.authorName,
    role: row.authorRole,
    agencyId: row.authorAgencyId,
  };
  const attachments = files.map(({ entryId: _, ...file }) => file);
  return { id, kind, at, revision, author, text, attachments, visibility, receipt, detail };
}

type NamedFile = Attachment & { readonly entryId: string };

/** The files of these complaints' entries, by the id of the entry. */
async function readFiles(tx: Tx, complaintIds: readonly string[]) {
  const { rows } = await sql<NamedFile>`
    select entry_id, sha256, entry_attachments.name, type, size
    from entry_attachments join attachments on attachments.id = attachment_id
    where complaint_id = any(${complaintIds})
    order by complaint_id, entry_id, position`.execute(tx);
  return Map.groupBy(rows, (file) => file.entryId);
}

/** Writes entries, without their files. What has no column, as a newer office may say it, stays out. */
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

/** Does an entry of this id stand on any complaint? */
export async function hasEntry(db: Db | Tx, id: string): Promise<boolean> {
  const found = await db.selectFrom('timelineEntries').select('id').where('id', '=', id).executeTakeFirst();
  return found !== undefined;
}

/** Names the files of entries, in their order. @param uploads those that hold the bytes, by SHA-256 */
export async function insertEntryFiles(
  tx: Tx,
  entries: readonly EntryRow[],
  uploads: ReadonlyMap<string, { readonly id: string }>,
): Promise<void> {
  const rows = entries.flatMap(({ complaintId, id: entryId, attachments }) =>
    attachments.map(({ sha256, name }, position) => {
      const attachmentId = uploads.get(sha256)?.id;
      if (attachmentId === undefined) throw new Error(`entry ${entryId} names a file without bytes`);
      return { complaintId, entryId, position, attachmentId, name };
    }),
  );
  if (rows.length > 0) await tx.insertInto('entryAttachments').values(rows).execute();
}

/** Brings a timeline into the order of its times: some entries came later than they were written. */
export async function orderByTime(tx: Tx, complaintId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from timeline_entries where complaint_id = ${complaintId} order by at, position`.execute(tx);
  for (const { id } of rows)
    await sql`update timeline_entries set position = default where id = ${id}`.execute(tx);
}
