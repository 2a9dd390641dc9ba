import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Db } from '../open-database.ts';

const TABLE = 'commit_count';

/** Counts a transaction of the journal, inside of it. Answers the new number, which only grows. */
export function commitCounter(db: Db): () => number {
  const add = db.prepare<[], number>(`UPDATE ${TABLE} SET count = count + 1 RETURNING count`).pluck();
  return () => add.get() ?? 0;
}

export function commitCount(db: Db): number {
  return db.prepare<[], number>(`SELECT count FROM ${TABLE}`).pluck().get() ?? 0;
}

export function setCommitCount(db: Db, count: number): void {
  db.prepare(`UPDATE ${TABLE} SET count = ?`).run(count);
}

/** The number twice, so that a damaged note is known. All notes are of one length: written over in place. */
const NOTE = /^(\d{16}) \1\n$/;

/**
 * A small file beside the journal with the number of its last transaction: a journal that has fewer has lost
 * some. It survives the end of the process at each commit without costing a wait for the disk, and a power
 * cut from {@link CommitNote.toDisk} on. It never says more than the journal has confirmed.
 */
export type CommitNote = ReturnType<typeof openCommitNote>;

const pathOf = (journalPath: string): string => `${journalPath}.count`;

/** 0: there is no note, or a damaged one. */
export function notedCommits(journalPath: string): number {
  try {
    return Number(NOTE.exec(readFileSync(pathOf(journalPath), 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

export function openCommitNote(journalPath: string) {
  const file = openIfPossible(pathOf(journalPath));
  const ifPossible = (work: (opened: number) => void): void => {
    try {
      if (file !== null) work(file);
    } catch {
      // The next note, or the next start, will say it.
    }
  };
  return {
    put: (count: number): void => {
      const digits = String(count).padStart(16, '0');
      ifPossible((opened) => writeSync(opened, `${digits} ${digits}\n`, 0));
    },
    /** On the disk when it returns, if it can be. */
    toDisk: (): void => ifPossible(fsyncSync),
    close: (): void => ifPossible(closeSync),
  };
}

/** Null: the disk takes no change, so none of the journal either. */
function openIfPossible(path: string): number | null {
  for (const flags of ['r+', 'w']) {
    try {
      return openSync(path, flags, 0o600);
    } catch {
      // Not there yet, or not to be written.
    }
  }
  return null;
}
