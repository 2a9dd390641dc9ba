import { migrate } from '../migrations/migrate.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../postgres/embedded.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { CliError } from './messages.ts';

const DEFAULT_FOLDER = '.data/central';

/** The database to use: the server of `DATABASE_URL`, or the embedded one in the data folder. */
export async function findDatabase(folder: string | undefined): Promise<EmbeddedPostgres> {
  const url = process.env.DATABASE_URL;
  if (url !== undefined && url !== '' && folder === undefined) {
    // That server is for others to look after; the service takes it up again when it is back.
    return { url, guard: () => new Promise(() => {}), close: async () => undefined };
  }
  try {
    return await openEmbeddedPostgres(folder ?? DEFAULT_FOLDER);
  } catch (error) {
    throw new CliError('noEmbedded', { reason: firstLine(error) });
  }
}

/** Runs `work` with an up-to-date database and lets go of it afterwards. */
export async function withDatabase<T>(folder: string | undefined, work: (db: Db) => Promise<T>): Promise<T> {
  const found = await findDatabase(folder);
  try {
    const database = openDatabase(found.url);
    try {
      await migrate(database.db).catch((error: unknown) => {
        throw new CliError('noDatabase', { reason: firstLine(error) });
      });
      return await work(database.db);
    } finally {
      await database.close();
    }
  } finally {
    await found.close();
  }
}

export function firstLine(error: unknown): string {
  // A refused connection is an AggregateError without a message of its own.
  if (error instanceof AggregateError && error.message === '') return firstLine(error.errors[0]);
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
