import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for files of a test; it goes away with the run (see `postgres-setup.ts`). */
export function temporaryFolder(): string {
  return mkdtempSync(join(process.env.PENGHUBUNG_TEST_FOLDER ?? tmpdir(), 'uji-'));
}
