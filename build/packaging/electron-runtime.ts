import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../base/paths.ts';

/** An Electron that is on this machine already. */
export type ElectronRuntime = {
  readonly executable: string;
  /** The folder with all of it. */
  readonly dir: string;
};

/**
 * The runtime in the npm package's own folder, or where `ELECTRON_OVERRIDE_DIST_PATH` says; null: there is
 * none. The package itself is never loaded: that would download one.
 */
export function findElectron(
  env: Readonly<Record<string, string | undefined>>,
  packageDir: string = join(ROOT, 'node_modules/electron'),
): ElectronRuntime | null {
  const pathFile = join(packageDir, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : DEFAULT_NAMES[process.platform];
  if (name === undefined) return null;
  const dir = env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageDir, 'dist');
  const executable = join(dir, name);
  return existsSync(executable) ? { executable, dir } : null;
}

const DEFAULT_NAMES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  linux: 'electron',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};
