import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Notice } from '#shared/contract/window/session.ts';
import { syncFile, syncFolder } from '../store/durable.ts';
import { commitCount, notedCommits, setCommitCount } from '../store/journal/commit-count.ts';
import { JOURNAL_MIGRATIONS, type JournalOpened, openJournal } from '../store/journal/journal-store.ts';
import { forgetSchemaPages } from '../store/journal/schema-pages.ts';
import { migrate } from '../store/migrate.ts';
import { isDamage, openDatabase, storageProblemOf } from '../store/open-database.ts';
import { noticeTable, restorationTable } from '../store/settings/window-tables.ts';
import {
  forgetScratch,
  type JournalState,
  journalStates,
  losesTransactions,
  readerOf,
} from './journal-states.ts';
import { mergeSalvaged } from './merge-salvaged.ts';
import { type SalvagedJournal, salvage } from './salvage.ts';

/**
 * Opens the journal; one that is damaged, or that lacks what was confirmed, is kept under a dated name, and a
 * new one takes its place: the newest state of it that is whole, else an empty one, with everything that can
 * still be read of later ones. The journal then carries a notice for the officer. A crash at any moment of
 * this leaves a state from which the next start goes on.
 * @param now ms since 1970
 * @param others files with the same key: if none of all can be opened, it is the key that is wrong
 */
export function openOrRestoreJournal(
  path: string,
  key: Uint8Array,
  now: number,
  others: readonly string[] = [],
): JournalOpened | { readonly ok: false; readonly code: 'key_wrong' } {
  try {
    if (existsSync(`${path}.restored`)) replace(path, now);
    if (!losesTransactions(path, key)) {
      const opened = openJournal(path, key);
      if (opened.ok || opened.code !== 'not_readable') return opened;
    }
    if (!restore(path, key, now, others)) return { ok: false, code: 'key_wrong' };
  } catch (error) {
    // A full disk, or one that takes no change: everything is still where it was.
    return { ok: false, code: isDamage(error) ? 'not_readable' : 'no_access' };
  }
  return openJournal(path, key);
}

/** False: nothing was done, because the key opens nothing of what is there. */
function restore(path: string, key: Uint8Array, now: number, others: readonly string[]): boolean {
  try {
    const states = journalStates(path, key);
    const there = others.filter((other) => existsSync(other));
    const canOpen = [...states.map(({ read }) => read), ...there.map((other) => readerOf(other, key))];
    if (there.length > 0 && canOpen.every((read) => read(() => true) === null)) return false;
    const base = newestWhole(states);
    try {
      build(path, key, now, base, laterThan(base, states, notedCommits(path)));
    } catch (error) {
      // Whatever it is that the rows do: they are kept in the damaged file, and the officer goes on without.
      if (!isOfRows(error)) throw error;
      build(path, key, now, base, []);
    }
    replace(path, now);
    return true;
  } finally {
    forgetScratch(path);
  }
}

/** Nothing can be read: what was done since is not known. */
const NOTHING: SalvagedJournal = new Map();

/** Leaves a complete journal at `.restored`. The damaged one is only read. */
function build(
  path: string,
  key: Uint8Array,
  now: number,
  base: JournalState | null,
  later: readonly LaterState[],
): void {
  const building = `${path}.building`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(building + suffix, { force: true });
  base?.read((db) => db.prepare('VACUUM INTO ?').run(building));
  const opened = openDatabase(building, key, 'journal');
  if (!opened.ok) throw new Error(`the journal cannot be built: ${opened.detail}`);
  const { db } = opened;
  try {
    migrate(db, JOURNAL_MIGRATIONS);
    const counts = [commitCount(db), notedCommits(path)];
    const complete: boolean[] = [];
    for (const { state, isTrusted } of later) {
      const salvaged = state.read((damaged) => salvage(damaged, isTrusted)) ?? NOTHING;
      counts.push(state.count ?? 0);
      complete.push(mergeSalvaged(db, salvaged));
    }
    if (later.length === 0) mergeSalvaged(db, NOTHING);
    // More than any that was there: this is no longer a journal that lacks some.
    const count = Math.max(...counts) + 1;
    setCommitCount(db, count);
    restorationTable(db).put(count);
    noticeTable(db).put({ code: noticeOf(base, complete), at: new Date(now).toISOString() });
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
 * `complete`: for each later state, whether all of it was read and taken. One alone, without a log of which
 * frames are missing, is all that there was.
 */
function noticeOf(base: JournalState | null, complete: readonly boolean[]): Notice['code'] {
  if (complete.length === 1 && complete[0] === true) return 'journal_repaired';
  return base === null ? 'journal_begun' : 'journal_restored';
}

function newestWhole(states: readonly JournalState[]): JournalState | null {
  // What was mended has pages of several ages.
  const whole = states.filter((state) => state.whole && state.of !== 'mended');
  return whole.reduce<JournalState | null>(
    (best, state) => (best === null || (state.count ?? 0) >= (best.count ?? 0) ? state : best),
    null,
  );
}

/** `isTrusted`: what is not in a table of it was deleted, where all of the table can be read. */
type LaterState = { readonly state: JournalState; readonly isTrusted: boolean };

/** What is at least as new as the base, or perhaps is, in its order. */
function laterThan(
  base: JournalState | null,
  states: readonly JournalState[],
  noted: number,
): readonly LaterState[] {
  const isLogForeign = states.some(({ of, whole }) => of === 'file' && whole);
  const isLogBroken = states.some(({ of }) => of === 'mended');
  return states
    .filter((state) => state !== base && (state.of === 'found' || state.of === 'mended'))
    .filter(({ count }) => count === null || base === null || count >= (base.count ?? 0))
    .map((state) => ({
      state,
      // A whole file with a log that makes it broken: the log is another journal's.
      isTrusted: state.of === 'found' && !isLogForeign && !isLogBroken && (state.count ?? noted) >= noted,
    }));
}

/**
 * The damaged journal goes aside, the restored one takes its place. The write-ahead log goes first: it must
 * never be read into another file.
 */
function replace(path: string, now: number): void {
  const aside = unusedName(`${path}.damaged-${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}`);
  rmSync(`${path}-shm`, { force: true });
  forgetSchemaPages(path);
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

/** The disk refuses nothing: it is the rows that do not fit together. */
function isOfRows(error: unknown): boolean {
  return storageProblemOf(error) === null && !(error instanceof Error && 'syscall' in error);
}
