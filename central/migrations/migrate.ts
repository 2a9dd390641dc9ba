import { randomBytes, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import * as firstVersion from './0001-first-version.ts';

/** By name, in their order. `migrate.test.ts` shows what a second one would be, with its test. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-first-version': firstVersion };

/**
 * Brings the tables up to date, under an advisory lock: several processes may start at once.
 * @param migrations this program's when absent
 * @throws when one fails (nothing is changed then) or when the database is newer than this program.
 */
export async function migrate<T>(db: Kysely<T>, migrations = MIGRATIONS): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await fillIn(db);
}

/** What every service has from its first start: the name of its history, and the built-in reference data. */
async function fillIn<T>(db: Kysely<T>): Promise<void> {
  await sql`insert into service (epoch, cursor_key) values (${randomUUID()}, ${randomBytes(32)})
    on conflict do nothing`.execute(db);
  const builtIn = {
    holidays: BUILT_IN_HOLIDAYS,
    rules: BUILT_IN_RULES,
    agencies: [],
    colleagues: [],
    templates: [],
  };
  for (const [name, value] of Object.entries(builtIn)) {
    await sql`insert into reference_data (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
      on conflict do nothing`.execute(db);
  }
}
