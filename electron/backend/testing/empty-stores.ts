import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { prepareSchema } from '../store/cache/schema.ts';
import { JOURNAL_MIGRATIONS } from '../store/journal/journal-store.ts';
import { migrate } from '../store/migrate.ts';
import { type Db, type Durability, openDatabase } from '../store/open-database.ts';
import { temporaryFolder } from './test-backend.ts';

/** A database without tables, gone when the test is over. */
export function emptyDatabase(durability: Durability): Db {
  const opened = openDatabase(join(temporaryFolder(), `${durability}.db`), randomBytes(32), durability);
  if (!opened.ok) throw new Error(opened.code);
  return opened.db;
}

/** The tables of the cache with nothing in them. */
export function emptyCache(): Db {
  const db = emptyDatabase('cache');
  prepareSchema(db);
  return db;
}

/** The tables of the journal with nothing in them. */
export function emptyJournal(): Db {
  const db = emptyDatabase('journal');
  migrate(db, JOURNAL_MIGRATIONS);
  return db;
}
