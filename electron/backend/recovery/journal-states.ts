import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { commitCount, notedCommits } from '../store/journal/commit-count.ts';
import { journalCopies } from '../store/journal/journal-copies.ts';
import { JOURNAL_MIGRATIONS } from '../store/journal/journal-store.ts';
import {
  hasHiddenCommit,
  type LoggedPage,
  logOfPages,
  PAGE,
  reachedCommits,
  type WalkedLog,
  walkLog,
  wholeFrames,
} from '../store/journal/log-frames.ts';
import { keptSchemaPages } from '../store/journal/schema-pages.ts';
import { newestVersion, schemaVersion } from '../store/migrate.ts';
import { type Db, isDamage, isWhole, openToRead } from '../store/open-database.ts';

/** A state of the journal that something on the disk still tells of. */
export type JournalState = {
  /**
   * `copy`: of a day. `file`: the file without its log. `found`: as SQLite reads both. `mended`: with every
   * frame of the log that is whole, and with the kept pages of the schema.
   */
  readonly of: 'copy' | 'file' | 'found' | 'mended';
  /** Every page of it can be read and fits to the others. */
  readonly whole: boolean;
  /** Its number of transactions; null: it cannot be read. */
  readonly count: number | null;
  /** Reads it without a change. Null: it cannot be opened. */
  readonly read: <T>(work: (db: Db) => T) => T | null;
};

/**
 * Whether SQLite would drop transactions without a word: they stand behind damage in the log, or the file is
 * an older one that was put back beside it. What the end of the process or of the power left of a transaction
 * that was never confirmed is none.
 */
export function losesTransactions(path: string, key: Uint8Array): boolean {
  const log = logOf(path);
  if (log === null) return false;
  if (!hasHiddenCommit(log)) return isFileOlder(path, key, log);
  try {
    const states = scratchStates(path, key);
    const counted = (of: JournalState['of']) => states.find((state) => state.of === of)?.count ?? null;
    const [found, mended] = [counted('found'), counted('mended')];
    return found === null || mended === null || mended > found;
  } finally {
    forgetScratch(path);
  }
}

/** The file is read under a second name, at which there is no log. False where it can have none. */
function isFileOlder(path: string, key: Uint8Array, log: WalkedLog): boolean {
  forgetScratch(path);
  try {
    linkSync(path, scratchOf(path));
    const alone = countOf(readerOf(scratchOf(path), key));
    return isOlderThan(log, alone, countOf(readerOf(path, key)));
  } catch {
    return false;
  } finally {
    forgetScratch(path);
  }
}

/**
 * Each transaction counts one and the log goes on from the file, so the file lacks none between the two.
 * @param alone number of transactions in the file @param together with those of the log
 */
function isOlderThan(log: WalkedLog, alone: number | null, together: number | null): boolean {
  return alone !== null && together !== null && together - alone > reachedCommits(log);
}

/** Every state of which something can be read. To be forgotten with {@link forgetScratch}. */
export function journalStates(path: string, key: Uint8Array): readonly JournalState[] {
  const copies = journalCopies(path).toSorted();
  return [...copies.map((copy) => judge('copy', readerOf(copy, key))), ...scratchStates(path, key)];
}

export function forgetScratch(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(scratchOf(path) + suffix, { force: true });
}

const scratchOf = (path: string): string => `${path}.scratch`;

/** The files themselves are never opened: a copy of them is, with each log that there may be. */
function scratchStates(path: string, key: Uint8Array): readonly JournalState[] {
  forgetScratch(path);
  if (!existsSync(path)) return [];
  const scratch = scratchOf(path);
  copyFileSync(path, scratch, constants.COPYFILE_FICLONE);
  const log = logOf(path);
  lengthen(scratch, log);
  const reader = readerOf(scratch, key);
  const withLog =
    (log: Uint8Array | null): JournalState['read'] =>
    (work) => {
      for (const suffix of ['-wal', '-shm']) rmSync(scratch + suffix, { force: true });
      if (log !== null) writeFileSync(`${scratch}-wal`, log, { mode: 0o600 });
      return reader(work);
    };
  const alone = log === null ? null : judge('file', withLog(null));
  const read = judge('found', withLog(log?.bytes ?? null));
  const isMixed = log !== null && isOlderThan(log, alone?.count ?? null, read.count);
  const found = { ...read, whole: read.whole && !isMixed };
  const lacks = (found.count ?? 0) < notedCommits(path);
  const isLogBroken = log !== null && (lacks || hasHiddenCommit(log));
  const frames = log === null ? [] : wholeFrames(log, lacks);
  const mendedWith = (schema: readonly LoggedPage[]): JournalState =>
    judge('mended', withLog(logOfPages([...schema, ...frames], statSync(path).size)));
  const schema = canOpen(found) ? [] : keptSchemaPages(path);
  // The first page changes as the journal grows: as it was some time ago it is only better than none.
  const mended = [schema.filter(({ page }) => page > 1), schema].map(mendedWith);
  const opened = isLogBroken || schema.length > 0 ? mended.find(canOpen) : undefined;
  return [...(alone === null ? [] : [alone]), found, ...(opened === undefined ? [] : [opened])];
}

/**
 * Makes a file that was cut off as long as its pages: SQLite takes what is missing for zeros and half a page
 * as it stands, but a page of zeros is one that cannot be read.
 */
function lengthen(scratch: string, log: WalkedLog | null): void {
  const pages = Math.ceil(statSync(scratch).size / PAGE);
  const frames = log?.frames ?? [];
  const most = frames.reduce((last, { page, size }) => Math.max(last, page, size), pages);
  // A journal grows by no more than what is in its log: a larger number is damage.
  truncateSync(scratch, Math.min(most, pages + frames.length) * PAGE);
}

const canOpen = ({ read }: JournalState): boolean => read(() => true) === true;

/** Null: there is none, or nothing in it. */
function logOf(path: string): WalkedLog | null {
  const log = `${path}-wal`;
  return existsSync(log) && statSync(log).size > 0 ? walkLog(readFileSync(log)) : null;
}

export function readerOf(path: string, key: Uint8Array): JournalState['read'] {
  return (work) => {
    const opened = openToRead(path, key);
    if (!opened.ok) return null;
    try {
      return work(opened.db);
    } finally {
      opened.db.close();
    }
  };
}

function judge(of: JournalState['of'], read: JournalState['read']): JournalState {
  const count = countOf(read);
  const whole = ifReadable(read, (db) => {
    const version = schemaVersion(db);
    return version > 0 && version <= newestVersion(JOURNAL_MIGRATIONS) && isWhole(db);
  });
  return { of, whole: whole === true && count !== null, count, read };
}

const countOf = (read: JournalState['read']): number | null => ifReadable(read, commitCount);

function ifReadable<T>(read: JournalState['read'], work: (db: Db) => T): T | null {
  try {
    return read(work);
  } catch (error) {
    if (isDamage(error) || isUnknownTable(error)) return null;
    throw error;
  }
}

function isUnknownTable(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no such table');
}
