import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { isDamage, openDatabase, openToRead } from '../open-database.ts';
import { hasHiddenCommit, logOfPages, walkLog, wholeFrames } from './log-frames.ts';

const KEY = randomBytes(32);
const FRAME = 24 + 4096;
const frameAt = (number: number): number => 32 + (number - 1) * FRAME;

type Left = { readonly path: string; readonly log: Buffer };

/** A database and its log as a process that was killed leaves them: a row of its own page in each commit. */
function killed(commits: number): Left {
  const path = join(temporaryFolder(), 'journal.db');
  const opened = openDatabase(join(temporaryFolder(), 'journal.db'), KEY, 'journal');
  if (!opened.ok) throw new Error(opened.code);
  const { db } = opened;
  db.exec('CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT)');
  db.pragma('wal_checkpoint(TRUNCATE)');
  for (let n = 1; n <= commits; n++) db.prepare('INSERT INTO t VALUES (?, ?)').run(n, 'x'.repeat(2_500));
  writeFileSync(path, readFileSync(db.name));
  return { path, log: readFileSync(`${db.name}-wal`) };
}

/** Which rows SQLite reads with this log, each asked for by itself: a page may be missing. */
function rowsWith({ path }: Left, log: Buffer | null): readonly number[] {
  if (log !== null) writeFileSync(`${path}-wal`, log);
  const opened = openToRead(path, KEY);
  if (!opened.ok) throw new Error(opened.detail);
  const { db } = opened;
  const hasRow = (n: number): boolean => {
    try {
      return db.prepare('SELECT 1 FROM t WHERE n = ?').get(n) !== undefined;
    } catch (error) {
      if (isDamage(error)) return false;
      throw error;
    }
  };
  try {
    return upTo(50).filter(hasRow);
  } finally {
    db.close();
  }
}

function harmed(log: Buffer, from: number, length = 1): Buffer {
  const bytes = Buffer.from(log);
  for (let at = from; at < from + length; at++) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  return bytes;
}

const mended = ({ path }: Left, log: Buffer): Buffer =>
  logOfPages(wholeFrames(walkLog(log), false), statSync(path).size);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

test('a log that nothing happened to is walked to its end, and hides nothing', () => {
  const left = killed(12);
  const walked = walkLog(left.log);
  expect(walked.frames.every(({ reached }) => reached)).toBe(true);
  expect(walked.frames.length).toBe((left.log.length - 32) / FRAME);
  expect(hasHiddenCommit(walked)).toBe(false);
  expect(rowsWith(left, mended(left, left.log))).toEqual(upTo(12));
});

test('SQLite drops what is behind one damaged byte; the mended log brings it, whichever frame that is', () => {
  const left = killed(12);
  const { frames } = walkLog(left.log);
  const commits = frames.flatMap(({ size }, index) => (size > 0 ? [index + 1] : []));
  const lastButOne = commits.at(-2) ?? 0;
  for (let number = 1; number <= frames.length; number++) {
    for (const offset of [2, 10, 18, 2_000]) {
      const log = harmed(left.log, frameAt(number) + offset);
      const seen = rowsWith(left, log);
      const walked = walkLog(log);
      expect(walked.frames.length).toBeGreaterThanOrEqual(frames.length - 1);
      const read = rowsWith(left, mended(left, log));
      // A last commit that is damaged looks like one that was never confirmed.
      if (number > lastButOne) continue;
      expect(hasHiddenCommit(walked)).toBe(true);
      // A row may have moved to the page that is lost: then what SQLite reads has it.
      expect(new Set([...seen, ...read]).size).toBeGreaterThanOrEqual(11);
    }
  }
});

test('a damaged block takes the frames that it touches, not those behind it', () => {
  const left = killed(40);
  for (let block = 4096; block + 4096 < left.log.length - 2 * FRAME; block += 4096) {
    const log = harmed(left.log, block, 4096);
    expect(hasHiddenCommit(walkLog(log))).toBe(true);
    expect(rowsWith(left, mended(left, log)).length).toBeGreaterThanOrEqual(37);
  }
});

test('without its header the log is read by its first frame', () => {
  const left = killed(12);
  const log = harmed(left.log, 0, 32);
  expect(rowsWith(left, log)).toEqual([]);
  expect(hasHiddenCommit(walkLog(log))).toBe(true);
  expect(rowsWith(left, mended(left, log))).toEqual(upTo(12));
});

test('a transaction that was never confirmed is no damage, however far it was written', () => {
  const left = killed(12);
  const { frames } = walkLog(left.log);
  const lastTwo = frames.flatMap(({ at, size }) => (size > 0 ? [at + FRAME] : [])).slice(-2);
  const [confirmed = 0, end = 0] = lastTwo;
  for (let length = confirmed; length < end; length += 500) {
    const log = left.log.subarray(0, length);
    expect(hasHiddenCommit(walkLog(log))).toBe(false);
    expect(rowsWith(left, mended(left, log))).toEqual(rowsWith(left, log));
  }
});

test('what an older log left behind in the file does not belong to this one', () => {
  const left = killed(12);
  const older = harmed(left.log, 0, 0);
  // Another generation has other salts, in its header and in each frame; its frames fit to each other.
  const { frames } = walkLog(older);
  for (const { at } of frames.slice(6)) older.writeUInt32BE(12_345, at + 8);
  const cut = frames[6]?.at ?? 0;
  const log = Buffer.concat([left.log.subarray(0, cut), harmed(older.subarray(cut), 30)]);
  expect(walkLog(log).frames).toHaveLength(6);
  expect(hasHiddenCommit(walkLog(log))).toBe(false);
});

test.each([0, 10, 32, 56, 4_000])('%i bytes of nothing are no log', (length) => {
  expect(walkLog(Buffer.alloc(length)).frames).toEqual([]);
});
