import { createHash } from 'node:crypto';
import { type Chunk, stretchOf } from '../chunks.ts';
import { commit } from '../commit-hook.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

export type WantedFile = { readonly sha256: string; readonly size: number; readonly complaintId: string };

/** A file of a complaint, as far as it was fetched: sizes in bytes, the flag as a number. */
type FetchedRow = { readonly size: number; readonly received: number; readonly whole: number };

export const NEXT_OF_OPEN_SQL = `
  SELECT file.sha256, file.size, complaint.id AS complaintId
  FROM entry_attachment AS file CROSS JOIN complaint ON complaint.rid = file.complaintRid
  WHERE complaint.ours = 1 AND complaint.bucket NOT IN ('selesai', 'arsip')
    AND NOT EXISTS (SELECT 1 FROM fetched_file WHERE fetched_file.sha256 = file.sha256 AND whole = 1)
  ORDER BY file.complaintRid DESC, file.position DESC, file.place DESC`;

export const FORGET_UNNAMED_SQL = `
  DELETE FROM fetched_file WHERE NOT EXISTS (
    SELECT 1 FROM entry_attachment WHERE entry_attachment.sha256 = fetched_file.sha256)`;

/** Each function that writes is one transaction of its own. */
export function fetchedFiles(db: Db) {
  const { mapped, rows, run, value } = statements(db);
  const chunks = rows<[string, number, number], Chunk>(`
    SELECT start, bytes FROM fetched_chunk WHERE sha256 = ? AND start < ? AND start + length(bytes) > ?
    ORDER BY start`);
  const allBytes = db
    .prepare<[string], Uint8Array>('SELECT bytes FROM fetched_chunk WHERE sha256 = ? ORDER BY start')
    .pluck();
  const insert = run<[string, number, number]>(
    'INSERT OR IGNORE INTO fetched_file (sha256, size, usedAt) VALUES (?, ?, ?)',
  );
  const insertChunk = run<[string, number, Uint8Array]>(
    'INSERT INTO fetched_chunk (sha256, start, bytes) VALUES (?, ?, ?)',
  );
  const advance = run<[number, string, number]>(
    'UPDATE fetched_file SET received = ? WHERE sha256 = ? AND received = ?',
  );
  const markWhole = run<[string]>('UPDATE fetched_file SET whole = 1 WHERE sha256 = ?');
  const markUsed = run<[number, string, number, number]>(
    'UPDATE fetched_file SET usedAt = ? WHERE sha256 = ? AND abs(usedAt - ?) > ?',
  );
  const remove = run<[string]>('DELETE FROM fetched_file WHERE sha256 = ?');
  const total = value<[], number>('SELECT sum(size) FROM fetched_file');
  const byUse = db.prepare<[], string>('SELECT sha256 FROM fetched_file ORDER BY usedAt').pluck();
  const open = db.prepare<[], WantedFile>(NEXT_OF_OPEN_SQL);
  const forgetUnnamed = run<[]>(FORGET_UNNAMED_SQL);
  return {
    get: mapped((row: FetchedRow) => ({ ...row, whole: row.whole === 1 })).row<[sha256: string]>(
      'SELECT size, received, whole FROM fetched_file WHERE sha256 = ?',
    ),
    /** Those of `[start, start + length)` that are here. */
    read: (sha256: string, start: number, length: number) =>
      stretchOf(chunks(sha256, start + length, start), start, length),
    /** Bytes that follow those that are here. `now`: ms since 1970. */
    append: (
      { sha256, size }: Omit<WantedFile, 'complaintId'>,
      start: number,
      bytes: Uint8Array,
      now: number,
    ) =>
      commit(db, () => {
        insert(sha256, size, now);
        if (advance(start + bytes.length, sha256, start)) insertChunk(sha256, start, bytes);
      }),
    /** All bytes are here. False: they had another SHA-256, and are deleted. */
    complete: (sha256: string) => {
      const hash = createHash('sha256');
      for (const bytes of allBytes.iterate(sha256)) hash.update(bytes);
      const right = hash.digest('hex') === sha256;
      commit(db, () => (right ? markWhole : remove)(sha256));
      return right;
    },
    /** It was shown at `now`; kept to within `exactly` ms, so that showing it is seldom a write. */
    used: (sha256: string, now: number, exactly: number) =>
      commit(db, () => markUsed(now, sha256, now, exactly)),
    drop: (sha256: string) => commit(db, () => remove(sha256)),
    /** Bytes that all of them take, or will take. */
    total: () => total() ?? 0,
    /** The one that was not used for longest; those in `keep` are passed over. */
    leastUsed: (keep: ReadonlySet<string>): string | null => {
      for (const sha256 of byUse.iterate()) if (!keep.has(sha256)) return sha256;
      return null;
    },
    /** The first missing file of open complaints that `may` allows, of the newest complaint first. */
    nextOfOpen: (may: (file: WantedFile) => boolean): WantedFile | null => {
      for (const file of open.iterate()) if (may(file)) return file;
      return null;
    },
    /** Deletes the files that no complaint names any more. */
    forgetUnnamed: () => commit(db, forgetUnnamed),
  };
}
