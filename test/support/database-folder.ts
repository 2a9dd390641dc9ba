import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for an embedded PostgreSQL. Where root runs that as another user, it must be able to enter. */
export function databaseFolder(name: string, place = tmpdir()): string {
  const folder = mkdtempSync(join(place, `penghubung-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}
