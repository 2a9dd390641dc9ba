import { randomBytes, randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import * as accounts from './0001-accounts.ts';
import * as complaints from './0002-complaints.ts';
import * as feeds from './0003-feeds.ts';
import * as commands from './0004-commands.ts';
import * as laporMemory from './0005-lapor-memory.ts';
import * as secondDevice from './0006-second-device.ts';
import * as attachments from './0007-attachments.ts';
import * as presence from './0008-presence.ts';
import * as databaseIdentity from './0009-database-identity.ts';
import * as casework from './0010-casework.ts';
import * as pauses from './0011-pauses.ts';
import * as recorded from './0012-recorded.ts';
import * as templates from './0013-templates.ts';

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-accounts': accounts,
  '0002-complaints': complaints,
  '0003-feeds': feeds,
  '0004-commands': commands,
  '0005-lapor-memory': laporMemory,
  '0006-second-device': secondDevice,
  '0007-attachments': attachments,
  '0008-presence': presence,
  '0009-database-identity': databaseIdentity,
  '0010-casework': casework,
  '0011-pauses': pauses,
  '0012-recorded': recorded,
  '0013-templates': templates,
};

/**
 * Brings the tables up to date, under an advisory lock: several processes may start at once.
 * @param upTo the last migration to run, for tests; all when absent.
 * @throws when one fails (nothing is changed then) or when the database is newer than this program.
 */
export async function migrate<T>(db: Kysely<T>, upTo?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error !== undefined) throw error;
  if (upTo === undefined) await fillIn(db);
}

/** What every service has from its first start: the name of its history, and the built-in reference data. */
async function fillIn<T>(db: Kysely<T>): Promise<void> {
  await sql`insert into service (epoch, cursor_key) values (${randomUUID()}, ${randomBytes(32)})
    on conflict do nothing`.execute(db);
  const builtIn = { holidays: BUILT_IN_HOLIDAYS, rules: BUILT_IN_RULES, agencies: [] };
  for (const [name, value] of Object.entries(builtIn)) {
    await sql`insert into reference_data (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
      on conflict do nothing`.execute(db);
  }
}
