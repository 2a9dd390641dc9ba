import type { Db } from './open-database.ts';

/** Called around each commit. Only a test sets one: it ends the program, or refuses the commit, there. */
export type CommitHook = {
  /** Everything of the transaction is done but its commit. An exception here takes the transaction back. */
  readonly before: (databasePath: string) => void;
  /** Committed, and on the disk if this database waits for it. */
  readonly after: (databasePath: string) => void;
};

const NOBODY: CommitHook = { before: () => {}, after: () => {} };
let hook = NOBODY;

/** Answers a function that takes the hook away again. */
export function setCommitHook(next: CommitHook): () => void {
  hook = next;
  return () => {
    hook = NOBODY;
  };
}

/** One transaction: all of it or nothing. Every commit of the stores comes through here. */
export function commit<T>(db: Db, work: () => T): T {
  const result = db
    .transaction(() => {
      const done = work();
      hook.before(db.name);
      return done;
    })
    .immediate();
  hook.after(db.name);
  return result;
}
