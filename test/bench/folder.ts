import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Folder = { readonly path: string; readonly remove: () => void };

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'penghubung-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
