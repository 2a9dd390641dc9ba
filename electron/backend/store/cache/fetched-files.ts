import { createHash } from 'node:crypto';
import { commit } from '../commit-hook.ts';
import type { Db } from '../open-database.ts';

/** A file of a complaint, as far as it was fetched. Sizes in bytes. */
export type FetchedFile = { readonly size: number; readonly received: number; readonly whole: boolean };

export type WantedFile = { readonly sha256: string; readonly size: number; readonly complaintId: string };

/** Each function that writes is one transaction of its own. */
export type FetchedFiles = {
  readonly get: (sha256: string) => FetchedFile | null;
  /** Those of `[start, start + length)` that are here. */
  readonly read: (sha256: string, start: number, length: number) => Buffer;
  /** Bytes that follow those that are here. `now`: ms since 1970. */
  readonly append: (
    file: Omit<WantedFile, 'complaintId'>,
    start: number,
    bytes: Uint8Array,
    now: number,
  ) => void;
  /** All bytes are here. False: they are other ones than they should be, and are gone. */
  readonly complete: (sha256: string) => boolean;
  /** Shown at `now`; kept to within `exactly` ms, so that not each look is a write. */
  readonly used: (sha256: string, now: number, exactly: number) => void;
  readonly drop: (sha256: string) => void;
  /** Bytes that all of them take, or will take. */
  readonly total: () => number;
  /** The one that was not used for longest; those in `keep` are passed over. */
  readonly leastUsed: (keep: ReadonlySet<string>) => string | null;
  /** The first missing file of open complaints that `may` allows, of the newest complaint first. */
  readonly nextOfOpen: (may: (file: WantedFile) => boolean) => WantedFile | null;
  /** What no complaint names any more. */
  readonly forgetUnnamed: () => void;
};

export const NEXT_OF_OPEN_SQL = `
  SELECT file.sha256, file.size, complaint.id AS complaintId
  FROM entry_attachment AS file CROSS JOIN complaint ON complaint.rid = file.complaintRid
  WHERE complaint.ours = 1 AND complaint.bucket NOT IN ('selesai', 'arsip')
    AND NOT EXISTS (SELECT 1 FROM fetched_file WHERE fetched_file.sha256 = file.sha256 AND whole = 1)
  ORDER BY file.complaintRid DESC, file.position DESC, file.place DESC`;

export const FORGET_UNNAMED_SQL = `
  DELETE FROM fetched_file WHERE NOT EXISTS (
    SELECT 1 FROM entry_attachment WHERE entry_attachment.sha256 = fetched_file.sha256)`;

export function fetchedFiles(db: Db): FetchedFiles {
  const select = db.prepare<[string], { size: number; received: number; whole: number }>(
    'SELECT size, received, whole FROM fetched_file WHERE sha256 = ?',
  );
  const pieces = db.prepare<[string, number, number], { start: number; bytes: Uint8Array }>(`
    SELECT start, bytes FROM fetched_chunk WHERE sha256 = ? AND start < ? AND start + length(bytes) > ?
    ORDER BY start`);
  const allPieces = db.prepare<[string], { bytes: Uint8Array }>(
    'SELECT bytes FROM fetched_chunk WHERE sha256 = ? ORDER BY start',
  );
  const insert = db.prepare('INSERT OR IGNORE INTO fetched_file (sha256, size, usedAt) VALUES (?, ?, ?)');
  const insertPiece = db.prepare('INSERT INTO fetched_chunk (sha256, start, bytes) VALUES (?, ?, ?)');
  const advance = db.prepare('UPDATE fetched_file SET received = ? WHERE sha256 = ? AND received = ?');
  const markWhole = db.prepare('UPDATE fetched_file SET whole = 1 WHERE sha256 = ?');
  const markUsed = db.prepare('UPDATE fetched_file SET usedAt = ? WHERE sha256 = ? AND abs(usedAt - ?) > ?');
  const remove = db.prepare('DELETE FROM fetched_file WHERE sha256 = ?');
  const total = db.prepare<[], { bytes: number | null }>('SELECT sum(size) AS bytes FROM fetched_file');
  const byUse = db.prepare<[], { sha256: string }>('SELECT sha256 FROM fetched_file ORDER BY usedAt');
  const open = db.prepare<[], WantedFile>(NEXT_OF_OPEN_SQL);
  const forget = db.prepare(FORGET_UNNAMED_SQL);

  return {
    get: (sha256) => {
      const row = select.get(sha256);
      return row === undefined ? null : { ...row, whole: row.whole === 1 };
    },
    read: (sha256, start, length) =>
      Buffer.concat(
        pieces.all(sha256, start + length, start).map((piece) => {
          const begin = Math.max(0, start - piece.start);
          return Buffer.from(piece.bytes).subarray(begin, start + length - piece.start);
        }),
      ),
    append: ({ sha256, size }, start, bytes, now) =>
      commit(db, () => {
        insert.run(sha256, size, now);
        if (advance.run(start + bytes.length, sha256, start).changes > 0)
          insertPiece.run(sha256, start, bytes);
      }),
    complete: (sha256) => {
      const hash = createHash('sha256');
      for (const { bytes } of allPieces.iterate(sha256)) hash.update(bytes);
      const right = hash.digest('hex') === sha256;
      commit(db, () => (right ? markWhole : remove).run(sha256));
      return right;
    },
    used: (sha256, now, exactly) => {
      commit(db, () => markUsed.run(now, sha256, now, exactly));
    },
    drop: (sha256) => {
      commit(db, () => remove.run(sha256));
    },
    total: () => total.get()?.bytes ?? 0,
    leastUsed: (keep) => {
      for (const { sha256 } of byUse.iterate()) if (!keep.has(sha256)) return sha256;
      return null;
    },
    nextOfOpen: (may) => {
      for (const file of open.iterate()) if (may(file)) return file;
      return null;
    },
    forgetUnnamed: () => {
      commit(db, () => forget.run());
    },
  };
}
