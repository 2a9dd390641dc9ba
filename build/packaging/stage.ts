import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { BUNDLED } from '../base/bundled-packages.ts';
import { DIST, ROOT } from '../base/paths.ts';

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** The one package that is not in the bundles: its native code must stay a file of its own. */
export const STORE = 'better-sqlite3';

const readJson = (file: string) =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Only the program: not the other shell, no note about the sources, no maps of them. */
function belongs(path: string): boolean {
  return !['browser-host.js', '.sources', BUNDLED].includes(path) && !path.endsWith('.map');
}

/** What the package says of its updates: where they come from, and whose signature counts. */
export type PackageUpdates = { readonly url: string | null; readonly keys: readonly string[] };
const NO_UPDATES: PackageUpdates = { url: null, keys: [] };

/**
 * Lays out in `dir` what goes into the archive, with the native parts for one system (`win32-x64`, …): those
 * of another processor would make an .rpm ask for that processor's libraries.
 */
export function stageApp(
  dir: string,
  system: string,
  updates: PackageUpdates = NO_UPDATES,
  dist: string = DIST,
): void {
  const own = manifest.parse(readJson(join(ROOT, 'package.json')));
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'node_modules'), { recursive: true });
  writeFileSync(
    join(dir, 'package.json'),
    JSON.stringify({
      ...own,
      productName: 'Penghubung',
      author: 'Penghubung',
      type: 'module',
      main: 'dist/main.js',
      dependencies: { [STORE]: own.dependencies[STORE] },
    }),
  );
  // A note that was signed before this moment is of an older package.
  const built = new Date().toISOString();
  writeFileSync(join(dir, 'update.json'), JSON.stringify({ ...updates, built }));
  cpSync(join(ROOT, 'LICENSE'), join(dir, 'LICENSE'));
  cpSync(dist, join(dir, 'dist'), {
    recursive: true,
    filter: (source) => belongs(relative(dist, source).replaceAll('\\', '/')),
  });
  const from = join(ROOT, 'node_modules', STORE);
  const to = join(dir, 'node_modules', STORE);
  for (const part of ['LICENSE', 'lib']) cpSync(join(from, part), join(to, part), { recursive: true });
  // Its own dependency is for compiling it, which nobody does here.
  const { dependencies: _, ...described } = readJson(join(from, 'package.json'));
  writeFileSync(join(to, 'package.json'), JSON.stringify(described));
  const native = `prebuilds/${system}.node`;
  if (existsSync(join(from, native))) cpSync(join(from, native), join(to, native));
}
