import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './base/paths.ts';

const PATTERNS = [
  '{shared,lapor,demo,electron,renderer}/**/*.{ts,tsx,css,html,svg,json}',
  'build/{build,bundles,base/bundled-packages}.ts',
  'build/icons/tray.png',
  'package-lock.json',
];

/** Changes with every file that goes into `dist/`; 40 ms for a thousand files. */
export function sourceStamp(): string {
  const hash = createHash('sha256');
  for (const path of globSync(PATTERNS, { cwd: ROOT }).sort()) {
    if (/\.test\.tsx?$/.test(path)) continue;
    const { mtimeMs, size } = statSync(join(ROOT, path));
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}
