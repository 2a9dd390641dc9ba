import { basename, dirname } from 'node:path';
import { type CommitHook, setCommitHook } from '../../electron/backend/store/commit-hook.ts';

export type Store = 'journal' | 'cache';

/** Also of a journal that is just being restored. */
export const storeOf = (databasePath: string): Store =>
  basename(databasePath).startsWith('journal') ? 'journal' : 'cache';

export type Commits = {
  /** Stands at every commit of the databases in this folder; null: nobody does any more. */
  readonly standAt: (dataDir: string, hook: CommitHook | null) => void;
  readonly restore: () => void;
};

/** Many PCs in one process: each commit is told to whoever stands at its folder. */
export function watchCommits(): Commits {
  const standing = new Map<string, CommitHook>();
  const restore = setCommitHook({
    before: (path) => standing.get(dirname(path))?.before(path),
    after: (path) => standing.get(dirname(path))?.after(path),
  });
  return {
    standAt: (dataDir, hook) => {
      if (hook === null) standing.delete(dataDir);
      else standing.set(dataDir, hook);
    },
    restore,
  };
}
