import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { DIST, ROOT } from './base/paths.ts';
import { nodeBundle, preloadBundle, rendererBundle } from './bundles.ts';
import { sourceStamp } from './sources.ts';

/** The new bundles grow here and replace `dist/` at once when all of them are right. */
const GROWING = join(ROOT, 'node_modules/.cache/penghubung-dist');
const STAMP = '.sources';

/** Makes `dist/` anew from the sources; where that fails, the old one stays. */
export async function buildAll(): Promise<void> {
  const stamp = sourceStamp();
  rmSync(GROWING, { recursive: true, force: true });
  mkdirSync(GROWING, { recursive: true });
  await Promise.all([
    build(nodeBundle(GROWING)),
    build(preloadBundle(GROWING)),
    build(rendererBundle(GROWING)),
  ]);
  copyFileSync(join(ROOT, 'build/icons/tray.png'), join(GROWING, 'tray.png'));
  writeFileSync(join(GROWING, STAMP), stamp);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(GROWING, DIST);
}

/** Builds unless `dist/` was made from the sources as they are now. True: it was built. */
export async function buildIfStale(): Promise<boolean> {
  const stamp = join(DIST, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceStamp()) return false;
  await buildAll();
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  try {
    await buildAll();
    console.log(`dist/ dibuat dalam ${((performance.now() - started) / 1000).toFixed(1)} dtk`);
  } catch (error) {
    // The bundler's own words say which file and why; a stack of its insides says nothing.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
