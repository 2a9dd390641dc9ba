import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { fastFolder } from '../../build/test/fast-folder.ts';
import { stopEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { databaseFolder } from './database-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresFolder: string;
  }
}

/**
 * One PostgreSQL for the whole run; the first test that asks for a database starts it (see `postgres.ts`).
 */
export function setup(project: TestProject): () => Promise<void> {
  const folder = databaseFolder('postgres', fastFolder());
  project.provide('postgresFolder', folder);
  // For files of tests: no worker lives long enough to clean up reliably.
  process.env.PENGHUBUNG_TEST_FOLDER = folder;
  return async () => {
    await stopEmbeddedPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
