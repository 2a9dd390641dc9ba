import { type Selectable, sql } from 'kysely';
import type { AttachmentType } from '#shared/domain/complaint/attachment.ts';
import type { Db } from './database.ts';
import type { AttachmentTable } from './schema.ts';

const COLUMNS = ['id', 'sha256', 'name', 'size', 'received', 'state', 'damaged', 'createdAt'] as const;

/** A file on its way: where it stands. */
export type Upload = Readonly<Pick<Selectable<AttachmentTable>, (typeof COLUMNS)[number]>>;
export type NewUpload = Readonly<
  Pick<AttachmentTable, 'id' | 'sha256' | 'agencyId' | 'officerId' | 'name' | 'size'>
>;

/** What an officer may have here that no entry names: a stolen token must not fill the disk. */
export type UploadLimits = {
  /** Unfinished files; a new one ends the one that was quiet for longest. */
  readonly open: number;
  readonly openBytes: number;
  /** Files whose last byte has come. */
  readonly unnamed: number;
  readonly unnamedBytes: number;
};

/** Has the officer sent as many files as they may before a text names them? */
export async function hasTooMany(db: Db, officerId: string, limits: UploadLimits): Promise<boolean> {
  const { rows } = await sql<{ files: number; bytes: number }>`
    select count(*)::integer as files, coalesce(sum(size) filter (where state = 'whole'), 0)::bigint as bytes
    from attachments
    where officer_id = ${officerId} and state <> 'receiving'
      and not exists (select from entry_attachments where attachment_id = attachments.id)`.execute(db);
  const [{ files, bytes } = { files: 0, bytes: 0 }] = rows;
  return files >= limits.unnamed || bytes >= limits.unnamedBytes;
}

export async function createUpload(
  db: Db,
  upload: NewUpload,
  { open, openBytes }: UploadLimits,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const row = { ...upload, type: null, writer: null, createdAt: at, changedAt: at };
  await db.insertInto('attachments').values(row).execute();
  await sql`
    delete from attachments where id in (
      select id from (
        select id, row_number() over newest as files, sum(size) over newest as bytes
        from attachments where officer_id = ${upload.officerId} and state = 'receiving'
        window newest as (order by id = ${upload.id} desc, changed_at desc, id)
      ) as own where files > ${open}::integer or bytes > ${openBytes}::bigint
    )`.execute(db);
}

/**
 * Where an upload of this officer stands; null when it is not theirs or unknown. Whoever asks takes it
 * over: a request that is still writing, on a connection that died unnoticed, writes no more, and so the
 * answer stays true.
 */
export async function takeOver(db: Db, officerId: string, id: string): Promise<Upload | null> {
  const upload = await db
    .updateTable('attachments')
    .set({ writer: null })
    .where('id', '=', id)
    .where('officerId', '=', officerId)
    .returning(COLUMNS)
    .executeTakeFirst();
  return upload ?? null;
}

/** Lets `writer` alone append from `offset` on. @returns false when the upload does not stand there */
export async function beginWriting(db: Db, id: string, offset: number, writer: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attachments')
    .set({ writer })
    .where('id', '=', id)
    .where('received', '=', offset)
    .where('state', '=', 'receiving')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Appends bytes with their count, or nothing. @returns false when another request took over */
export async function append(
  db: Db,
  { id, writer }: { readonly id: string; readonly writer: string },
  offset: number,
  bytes: Buffer,
  at: Date,
): Promise<boolean> {
  const appended = await sql`
    with grown as (
      update attachments set received = received + ${bytes.length}, changed_at = ${at.toISOString()}
      where id = ${id} and writer = ${writer} and received = ${offset} and state = 'receiving'
      returning id
    )
    insert into attachment_chunks (attachment_id, first_byte, bytes)
    select id, ${offset}::integer, ${bytes}::bytea from grown
    returning first_byte`.execute(db);
  return appended.rows.length === 1;
}

/** The bytes from `start` up to, not including, `end`: no more than one chunk is in memory. */
export async function* readBytes(
  db: Db,
  id: string,
  start: number,
  end: number,
): AsyncGenerator<Buffer, void, undefined> {
  for (let at = start; at < end; ) {
    const chunk = await db
      .selectFrom('attachmentChunks')
      .select(['firstByte', 'bytes'])
      .where('attachmentId', '=', id)
      .where('firstByte', '<=', at)
      .orderBy('firstByte', 'desc')
      .limit(1)
      .executeTakeFirst();
    const bytes = chunk?.bytes.subarray(at - chunk.firstByte, end - chunk.firstByte);
    if (bytes === undefined || bytes.length === 0) throw new Error(`upload ${id} has no byte ${at}`);
    yield bytes;
    at += bytes.length;
  }
}

export async function findUpload(db: Db, id: string): Promise<Upload | null> {
  return (await db.selectFrom('attachments').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
}

const UNIQUE_VIOLATION = '23505';

/** The bytes are as announced and of a kind that is taken; what the agency has already is not kept twice. */
export async function markWhole(db: Db, id: string, type: AttachmentType, at: Date): Promise<void> {
  try {
    await db
      .updateTable('attachments')
      .set({ state: 'whole', type, writer: null, changedAt: at.toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'receiving')
      .execute();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) throw error;
    await dropBytes(db, id, { state: 'duplicate' }, at);
  }
}

/** Ends an upload without its bytes, or begins it anew: the first time it is not the officer's fault. */
export async function dropBytes(
  db: Db,
  id: string,
  change: { readonly state: 'duplicate' | 'rejected' } | { readonly received: 0; readonly damaged: true },
  at: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('attachments')
      .set({ ...change, writer: null, changedAt: at.toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'receiving')
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return;
    await tx.deleteFrom('attachmentChunks').where('attachmentId', '=', id).execute();
  });
}
