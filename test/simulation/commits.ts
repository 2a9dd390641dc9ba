import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname } from 'node:path';
import { setCommitHook } from '../../electron/backend/store/commit-hook.ts';

export type Store = 'journal' | 'cache';

/** Also of a journal that is just being restored. */
export const storeOf = (databasePath: string): Store =>
  basename(databasePath).startsWith('journal') ? 'journal' : 'cache';

/** What is about to be changed, or just was: a database by a commit, or a file as a whole. */
type ChangeHook = {
  readonly before: (path: string, what: Store | 'files') => void;
  readonly after: (path: string, what: Store | 'files') => void;
};

export type Commits = {
  /** Stands at every change of what is in this folder; null: nobody does any more. */
  readonly standAt: (dataDir: string, hook: ChangeHook | null) => void;
  readonly restore: () => void;
};

/** How files come, go and get another name. A database's own writing goes around these. */
const CHANGES = ['copyFileSync', 'renameSync', 'rmSync', 'writeFileSync'] as const;

/** Many PCs in one process: each change is told to whoever stands at its folder. */
export function watchCommits(): Commits {
  const standing = new Map<string, ChangeHook>();
  const at = (path: unknown): ChangeHook | undefined =>
    typeof path === 'string' ? standing.get(dirname(path)) : undefined;
  const restoreCommits = setCommitHook({
    before: (path) => at(path)?.before(path, storeOf(path)),
    after: (path) => at(path)?.after(path, storeOf(path)),
  });
  const real = { ...fs };
  for (const name of CHANGES) {
    const change: (...args: readonly unknown[]) => unknown = real[name] as never;
    Reflect.set(fs, name, (...args: readonly unknown[]): unknown => {
      const [path] = args;
      at(path)?.before(String(path), 'files');
      const result = change(...args);
      at(path)?.after(String(path), 'files');
      return result;
    });
  }
  syncBuiltinESMExports();
  return {
    standAt: (dataDir, hook) => {
      if (hook === null) standing.delete(dataDir);
      else standing.set(dataDir, hook);
    },
    restore: () => {
      restoreCommits();
      for (const name of CHANGES) Reflect.set(fs, name, real[name]);
      syncBuiltinESMExports();
    },
  };
}
