import { createHash } from 'node:crypto';
import { type AttachmentType, CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Db } from '../open-database.ts';

/**
 * A file in the journal. `filling`: bytes are coming in from the window; `here`: whole, and the central
 * service does not have it; `refused`: the central service does not take it.
 */
export type StoredFile = {
  readonly id: number;
  readonly sha256: string | null;
  readonly type: AttachmentType | null;
  /** Bytes; while it is filling, as announced. */
  readonly size: number;
  readonly state: 'filling' | 'here' | 'uploaded' | 'refused';
  readonly uploadUrl: string | null;
  /** Bytes that the central service is known to have. */
  readonly uploaded: number;
};

export type FileTable = {
  readonly get: (id: number) => StoredFile | null;
  readonly find: (sha256: string) => StoredFile | null;
  readonly begin: (size: number) => number;
  /** Bytes at `offset`; a chunk that is there already is left as it is. */
  readonly append: (id: number, offset: number, bytes: Uint8Array) => void;
  /** Bytes from the start without a gap. */
  readonly received: (id: number) => number;
  /** All of `[start, start + length)` that is there. */
  readonly read: (id: number, start: number, length: number) => Buffer;
  /** Takes new bytes for the ones that are there, the same number of them. */
  readonly replace: (id: number, bytes: Uint8Array) => void;
  /** It is whole. Answers its id: another file's, where the same bytes were here before. */
  readonly complete: (id: number, sha256: string, type: AttachmentType) => number;
  /** Files of unanswered commands that the central service does not have, in the order of composing. */
  readonly toUpload: () => readonly StoredFile[];
  readonly setUpload: (id: number, url: string | null, uploaded: number) => void;
  readonly setState: (id: number, state: 'here' | 'uploaded' | 'refused') => void;
  /** The central service says that it does not have these (any more). */
  readonly missing: (sha256s: readonly string[]) => void;
  /** Files that no attachment names. */
  readonly forgetUnnamed: () => void;
};

const SELECT = 'SELECT id, sha256, type, size, state, uploadUrl, uploaded FROM file';

export const TO_UPLOAD_SQL = `
  SELECT file.id, file.sha256, file.type, file.size, file.state, file.uploadUrl, file.uploaded
  FROM command INDEXED BY command_to_send
  CROSS JOIN attachment ON attachment.owner = command.id AND attachment.removedAt IS NULL
  JOIN file ON file.id = attachment.fileId AND file.state = 'here'
  WHERE command.state IN ('queued', 'sending') OR command.resend = 1
  GROUP BY file.id ORDER BY min(command.seq), min(attachment.seq)`;

export function fileTable(db: Db): FileTable {
  const byId = db.prepare<[number], StoredFile>(`${SELECT} WHERE id = ?`);
  const bySha = db.prepare<[string], StoredFile>(`${SELECT} WHERE sha256 = ?`);
  const insert = db.prepare('INSERT INTO file (size) VALUES (?)');
  const insertChunk = db.prepare('INSERT OR IGNORE INTO file_chunk (fileId, start, bytes) VALUES (?, ?, ?)');
  const chunks = db.prepare<[number, number, number], { start: number; bytes: Uint8Array }>(`
    SELECT start, bytes FROM file_chunk WHERE fileId = ? AND start >= ? AND start < ? ORDER BY start`);
  const lengths = db.prepare<[number], { start: number; length: number }>(`
    SELECT start, length(bytes) AS length FROM file_chunk WHERE fileId = ? ORDER BY start`);
  const dropChunks = db.prepare('DELETE FROM file_chunk WHERE fileId = ?');
  const complete = db.prepare("UPDATE file SET sha256 = ?, type = ?, state = 'here' WHERE id = ?");
  const reattach = db.prepare('UPDATE attachment SET fileId = ? WHERE fileId = ?');
  const drop = db.prepare('DELETE FROM file WHERE id = ?');
  const toUpload = db.prepare<[], StoredFile>(TO_UPLOAD_SQL);
  const setUpload = db.prepare('UPDATE file SET uploadUrl = ?, uploaded = ? WHERE id = ?');
  const setState = db.prepare('UPDATE file SET state = ? WHERE id = ?');
  const missing = db.prepare(
    "UPDATE file SET state = 'here', uploadUrl = NULL, uploaded = 0 WHERE sha256 = ? AND state = 'uploaded'",
  );
  const forget = db.prepare(`
    DELETE FROM file WHERE id NOT IN (SELECT fileId FROM attachment)
      AND id NOT IN (SELECT otherFileId FROM attachment WHERE otherFileId IS NOT NULL)`);

  return {
    get: (id) => byId.get(id) ?? null,
    find: (sha256) => bySha.get(sha256) ?? null,
    begin: (size) => Number(insert.run(size).lastInsertRowid),
    append: (id, offset, bytes) => {
      insertChunk.run(id, offset, bytes);
    },
    received: (id) => {
      let end = 0;
      for (const { start, length } of lengths.all(id)) {
        if (start !== end) break;
        end += length;
      }
      return end;
    },
    read: (id, start, length) => {
      const from = Math.max(0, start - CHUNK_BYTES);
      const parts = chunks.all(id, from, start + length).map((chunk) => {
        const begin = Math.max(0, start - chunk.start);
        return Buffer.from(chunk.bytes).subarray(begin, Math.max(begin, start + length - chunk.start));
      });
      return Buffer.concat(parts);
    },
    replace: (id, bytes) => {
      dropChunks.run(id);
      for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
        insertChunk.run(id, start, bytes.subarray(start, start + CHUNK_BYTES));
      }
    },
    complete: (id, sha256, type) => {
      const known = bySha.get(sha256);
      if (known === undefined) {
        complete.run(sha256, type, id);
        return id;
      }
      reattach.run(known.id, id);
      drop.run(id);
      return known.id;
    },
    toUpload: () => toUpload.all(),
    setUpload: (id, url, uploaded) => {
      setUpload.run(url, uploaded, id);
    },
    setState: (id, state) => {
      setState.run(state, id);
    },
    missing: (sha256s) => {
      for (const sha256 of sha256s) missing.run(sha256);
    },
    forgetUnnamed: () => {
      forget.run();
    },
  };
}

/** The SHA-256 of a file's bytes as 64 hexadecimal digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
