import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { fastFolder } from '../../build/test/fast-folder.ts';
import { stopEmbeddedPostgres } from '../../central/postgres/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresFolder: string;
  }
}

/**
 * One PostgreSQL for the whole run; the first test that asks for a database starts it (see `postgres.ts`).
 */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(fastFolder(), 'penghubung-postgres-'));
  // The database may run as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  project.provide('postgresFolder', folder);
  // For files of tests: no worker lives long enough to clean up reliably.
  process.env.PENGHUBUNG_TEST_FOLDER = folder;
  return async () => {
    await stopEmbeddedPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
