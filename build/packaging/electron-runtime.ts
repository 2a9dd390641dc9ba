import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../base/paths.ts';

export type ElectronRuntime = { readonly executable: string; readonly dir: string };

/** The runtime that is here, or null. The npm package itself is never loaded: it would download one. */
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
