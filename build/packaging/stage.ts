import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { DIST, ROOT } from '../base/paths.ts';

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** The one package that is not in the bundles: its native code must stay a file of its own. */
const STORE = 'better-sqlite3';

const readJson = (file: string) =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Only the program: not the other shell, no note about the sources, no maps of them. */
function belongs(path: string): boolean {
  return path !== 'browser-host.js' && path !== '.sources' && !path.endsWith('.map');
}

/** What the package says of its updates: where they come from, and whose signature counts. */
export type PackageUpdates = { readonly url: string | null; readonly keys: readonly string[] };
const NO_UPDATES: PackageUpdates = { url: null, keys: [] };

/** Lays out in `dir` what goes into the archive, with the native parts for one platform (`win32`, …). */
export function stageApp(
  dir: string,
  platform: string,
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
  const natives = ['x64', 'arm64'].map((arch) => `prebuilds/${platform}-${arch}.node`);
  for (const native of natives.filter((path) => existsSync(join(from, path)))) {
    cpSync(join(from, native), join(to, native));
  }
}
