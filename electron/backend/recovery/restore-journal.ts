import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Notice } from '#shared/contract/window/session.ts';
import { syncFile, syncFolder } from '../store/durable.ts';
import { journalCopies } from '../store/journal/journal-copies.ts';
import { JOURNAL_MIGRATIONS, type JournalOpened, openJournal } from '../store/journal/journal-store.ts';
import { migrate, newestVersion, schemaVersion } from '../store/migrate.ts';
import { type Db, isDamage, isWhole, openDatabase } from '../store/open-database.ts';
import { noticeTable } from '../store/settings/window-tables.ts';
import { mergeSalvaged } from './merge-salvaged.ts';
import { JOURNAL_TABLES, type JournalTable, type Salvaged, salvage } from './salvage.ts';

/**
 * Opens the journal; one that is damaged is kept under a dated name, and a new one takes its place: its
 * newest good copy, else an empty one, with everything that can still be read of the damaged one. The journal
 * then carries a notice for the officer. A crash at any moment of this leaves a state from which the next
 * start goes on.
 * @param now ms since 1970
 */
export function openOrRestoreJournal(path: string, key: Uint8Array, now: number): JournalOpened {
  try {
    if (existsSync(`${path}.restored`)) replace(path, now);
    const opened = openJournal(path, key);
    if (opened.ok || opened.code !== 'not_readable') return opened;
    build(path, key, now);
    replace(path, now);
  } catch (error) {
    // A full disk, or one that takes no change: everything is still where it was.
    return { ok: false, code: isDamage(error) ? 'not_readable' : 'no_access' };
  }
  return openJournal(path, key);
}

/** Leaves a complete journal at `.restored`. The damaged one is only read. */
function build(path: string, key: Uint8Array, now: number): void {
  const building = `${path}.building`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(building + suffix, { force: true });
  const copy = bestCopy(path, key);
  if (copy !== null) copyFileSync(copy, building);
  const opened = openDatabase(building, key, 'journal');
  if (!opened.ok) throw new Error(`the journal cannot be built: ${opened.detail}`);
  const { db } = opened;
  try {
    migrate(db, JOURNAL_MIGRATIONS);
    const salvaged = salvageAll(path, key);
    mergeSalvaged(db, salvaged);
    const complete = salvaged.size > 0 && [...salvaged.values()].every((part) => part.complete);
    const code: Notice['code'] = complete
      ? 'journal_repaired'
      : copy === null
        ? 'journal_begun'
        : 'journal_restored';
    noticeTable(db).put({ code, at: new Date(now).toISOString() });
    // Everything into the one file, before it gets its name.
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  syncFile(building);
  renameSync(building, `${path}.restored`);
  syncFolder(dirname(path));
}

/**
 * The damaged journal goes aside, the restored one takes its place. The write-ahead log goes first: it must
 * never be read into another file.
 */
function replace(path: string, now: number): void {
  const aside = unusedName(`${path}.damaged-${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}`);
  rmSync(`${path}-shm`, { force: true });
  for (const suffix of ['-wal', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  syncFolder(dirname(path));
  renameSync(`${path}.restored`, path);
  syncFolder(dirname(path));
}

/** A clock that was set back must not let a damaged journal overwrite an earlier one. */
function unusedName(wished: string): string {
  let name = wished;
  for (let number = 2; existsSync(name) || existsSync(`${name}-wal`); number++) name = `${wished}-${number}`;
  return name;
}

function salvageAll(path: string, key: Uint8Array): ReadonlyMap<JournalTable, Salvaged> {
  const tables = Object.keys(JOURNAL_TABLES) as JournalTable[];
  const salvaged = (db: Db) =>
    schemaVersion(db) === 0 ? [] : tables.map((table) => [table, salvage(db, table)] as const);
  return new Map(existsSync(path) ? withDatabase(path, key, salvaged) : []);
}

/** The whole copy that has seen most. The log only grows, so its length tells, and no clock is asked. */
function bestCopy(path: string, key: Uint8Array): string | null {
  const usable = journalCopies(path).flatMap((copy) => {
    try {
      const seen = withDatabase(copy, key, (db) => {
        const length = isUsable(db) ? lengthOfLog(db) : null;
        db.pragma('journal_mode = DELETE');
        return length;
      });
      return seen === null ? [] : [{ copy, seen }];
    } catch (error) {
      if (isDamage(error)) return [];
      throw error;
    }
  });
  return usable.toSorted((a, b) => b.seen - a.seen || (a.copy < b.copy ? 1 : -1))[0]?.copy ?? null;
}

/** Null: it cannot be opened. */
function withDatabase<T>(path: string, key: Uint8Array, work: (db: Db) => T): T | null {
  const opened = openDatabase(path, key, 'journal');
  if (!opened.ok) return null;
  try {
    return work(opened.db);
  } finally {
    opened.db.close();
  }
}

function isUsable(db: Db): boolean {
  const version = schemaVersion(db);
  return version > 0 && version <= newestVersion(JOURNAL_MIGRATIONS) && isWhole(db);
}

function lengthOfLog(db: Db): number {
  return db.prepare<[], { seen: number }>('SELECT coalesce(max(seq), 0) AS seen FROM log').get()?.seen ?? 0;
}
