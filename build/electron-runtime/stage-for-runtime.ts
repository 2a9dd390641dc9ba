import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type PackageUpdates, stageApp } from '../packaging/stage.ts';
import type { Runtime } from './runtime.ts';

/** Lays out the built app in `dir` as a package would have it, with the store's add-on for this runtime. */
export function stageForRuntime(dir: string, runtime: Runtime, updates?: PackageUpdates): void {
  const system = `${process.platform}-${process.arch}`;
  stageApp(dir, system, updates);
  if (runtime.sqlite === null) return;
  cpSync(runtime.sqlite, join(dir, `node_modules/better-sqlite3/prebuilds/${system}.node`));
}
