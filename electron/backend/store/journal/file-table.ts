import { createHash } from 'node:crypto';
import { type AttachmentType, CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import { type Chunk, stretchOf } from '../chunks.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/**
 * A file in the journal. `filling`: bytes are coming in from the window; `here`: whole, and the central
 * service does not have it; `refused`: the central service does not take it.
 */
export type StoredFile = {
  readonly id: number;
  /** Null until all bytes are here. */
  readonly sha256: string | null;
  readonly type: AttachmentType | null;
  /** Bytes; while it is filling, as announced. */
  readonly size: number;
  readonly state: 'filling' | 'here' | 'uploaded' | 'refused';
  /** Where the central service takes the rest of it, once it was asked. */
  readonly uploadUrl: string | null;
  /** Bytes that the central service is known to have. */
  readonly uploaded: number;
};

const COLUMNS = 'file.id, sha256, type, size, file.state, uploadUrl, uploaded';

export const TO_UPLOAD_SQL = `
  SELECT ${COLUMNS} FROM command INDEXED BY command_to_send
  CROSS JOIN attachment ON attachment.owner = command.id AND attachment.removedAt IS NULL
  JOIN file ON file.id = attachment.fileId AND file.state = 'here'
  WHERE command.state IN ('queued', 'sending') OR command.resend = 1
  GROUP BY file.id ORDER BY min(command.seq), min(attachment.seq)`;

export function fileTable(db: Db) {
  const { row, rows, run } = statements(db);
  const find = row<[sha256: string], StoredFile>(`SELECT ${COLUMNS} FROM file WHERE sha256 = ?`);
  const begin = db.prepare<[number]>('INSERT INTO file (size) VALUES (?)');
  const append = run<[id: number, offset: number, bytes: Uint8Array]>(
    'INSERT OR IGNORE INTO file_chunk (fileId, start, bytes) VALUES (?, ?, ?)',
  );
  const chunks = rows<[number, number, number], Chunk>(`
    SELECT start, bytes FROM file_chunk WHERE fileId = ? AND start >= ? AND start < ? ORDER BY start`);
  const lengths = rows<[number], { readonly start: number; readonly length: number }>(`
    SELECT start, length(bytes) AS length FROM file_chunk WHERE fileId = ? ORDER BY start`);
  const dropChunks = run<[number]>('DELETE FROM file_chunk WHERE fileId = ?');
  const complete = run<[string, AttachmentType, number]>(
    "UPDATE file SET sha256 = ?, type = ?, state = 'here' WHERE id = ?",
  );
  const reattach = run<[number, number]>('UPDATE attachment SET fileId = ? WHERE fileId = ?');
  const drop = run<[number]>('DELETE FROM file WHERE id = ?');
  const setUpload = run<[string | null, number, number]>(
    'UPDATE file SET uploadUrl = ?, uploaded = ? WHERE id = ?',
  );
  const setState = run<[StoredFile['state'], number]>('UPDATE file SET state = ? WHERE id = ?');
  const missing = run<[string]>(
    "UPDATE file SET state = 'here', uploadUrl = NULL, uploaded = 0 WHERE sha256 = ? AND state = 'uploaded'",
  );
  return {
    get: row<[id: number], StoredFile>(`SELECT ${COLUMNS} FROM file WHERE id = ?`),
    find,
    /** One that can be sent: null also where it is refused, as a file with a hole is. */
    held: row<[string], StoredFile>(`SELECT ${COLUMNS} FROM file WHERE sha256 = ? AND state <> 'refused'`),
    begin: (size: number) => Number(begin.run(size).lastInsertRowid),
    /** A chunk that is there already is left as it is. */
    append,
    /** Bytes from the start without a gap. */
    received: (id: number) => {
      let end = 0;
      for (const { start, length } of lengths(id)) {
        if (start !== end) break;
        end += length;
      }
      return end;
    },
    /** All of `[start, start + length)` that is there. */
    read: (id: number, start: number, length: number) => {
      const from = Math.max(0, start - CHUNK_BYTES);
      return stretchOf(chunks(id, from, start + length), start, length);
    },
    /** Replaces the bytes by as many others. */
    replace: (id: number, bytes: Uint8Array) => {
      dropChunks(id);
      for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
        append(id, start, bytes.subarray(start, start + CHUNK_BYTES));
      }
    },
    /** It is whole. Answers its id: another file's, where the same bytes were here before. */
    complete: (id: number, sha256: string, type: AttachmentType) => {
      const known = find(sha256);
      if (known === null) {
        complete(sha256, type, id);
        return id;
      }
      reattach(known.id, id);
      drop(id);
      return known.id;
    },
    /** Files of unanswered commands that the central service does not have, in the order of composing. */
    toUpload: rows<[], StoredFile>(TO_UPLOAD_SQL),
    setUpload: (id: number, url: string | null, uploaded: number) => setUpload(url, uploaded, id),
    setState: (id: number, state: Exclude<StoredFile['state'], 'filling'>) => setState(state, id),
    /** The central service does not have these (any more): they are to be sent again. */
    missing: (sha256s: readonly string[]) => {
      for (const sha256 of sha256s) missing(sha256);
    },
    /** Deletes the files that no attachment names. */
    forgetUnnamed: run<[]>(`
      DELETE FROM file WHERE id NOT IN (SELECT fileId FROM attachment)
        AND id NOT IN (SELECT otherFileId FROM attachment WHERE otherFileId IS NOT NULL)`),
  };
}

/** The SHA-256 of a file's bytes as 64 hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
