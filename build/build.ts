import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { nodeBundle, preloadBundle, rendererBundle } from './bundles.ts';
import { DIST } from './paths.ts';
import { sourceStamp } from './sources.ts';

const STAMP = join(DIST, '.sources');

/** Makes `dist/` anew from the sources. */
export async function buildAll(): Promise<void> {
  const stamp = sourceStamp();
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST);
  await Promise.all([build(nodeBundle()), build(preloadBundle()), build(rendererBundle())]);
  writeFileSync(STAMP, stamp);
}

/** Builds unless `dist/` was made from the sources as they are now. True: it was built. */
export async function buildIfStale(): Promise<boolean> {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceStamp()) return false;
  await buildAll();
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  await buildAll();
  console.log(`dist/ dibuat dalam ${((performance.now() - started) / 1000).toFixed(1)} dtk`);
}
