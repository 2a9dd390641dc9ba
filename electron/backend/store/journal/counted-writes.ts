import { commit } from '../commit-hook.ts';
import { type Db, ignoreStorageProblem } from '../open-database.ts';
import { type CommitNote, commitCounter } from './commit-count.ts';
import { keepSchemaPages } from './schema-pages.ts';

/** The transactions of a journal: each is counted in it, and noted beside it. */
export function countedWrites(db: Db, path: string, note: CommitNote) {
  const addOne = commitCounter(db);
  let written = (): void => {};
  const write = <T>(work: () => T): T => {
    let count = 0;
    const done = commit(db, () => {
      const result = work();
      count = addOne();
      return result;
    });
    // Part of a larger transaction: that one is noted.
    if (db.inTransaction) return done;
    note.put(count);
    written();
    return done;
  };
  const moveLog = (): void => {
    db.pragma('wal_checkpoint(PASSIVE)');
    keepSchemaPages(db, path);
  };
  /**
   * Moves what stands in the log into the journal's file: all of it is on the disk, in both. The log is begun
   * anew at once, because that costs a wait for the disk that no text should pay for.
   */
  const emptyLog = (): void => {
    moveLog();
    note.put(commit(db, addOne));
    note.toDisk();
  };
  return {
    /** One transaction, on the disk when it returns. */
    write,
    /** Called after each transaction. */
    onWritten: (listener: () => void): void => {
      written = listener;
    },
    emptyLog,
    /** The same at the end, where nothing more is written. SQLite does it too when it closes, or cannot. */
    moveLog: (): void => {
      try {
        moveLog();
      } catch {
        // The next start finds what is damaged.
      }
    },
    /** One transaction that must be there whatever becomes of the log: who works here. */
    writeIntoFile: <T>(work: () => T): T => {
      const done = write(work);
      // It is kept; that it stands in the log alone is no reason to say that it is not.
      ignoreStorageProblem(emptyLog);
      return done;
    },
  };
}
