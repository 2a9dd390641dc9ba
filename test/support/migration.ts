import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterEach } from 'vitest';
import { migrate } from '../../central/migrations/migrate.ts';
import { openDatabase } from '../../central/store/database.ts';
import { freshDatabase } from './postgres.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

export type MigratedDatabase = {
  readonly db: Kysely<never>;
  migrate(migrations?: Readonly<Record<string, Migration>>): Promise<void>;
  rows(query: RawBuilder<unknown>): Promise<unknown[]>;
  /** The name of the constraint that a statement breaks, or "accepted". */
  breaks(query: RawBuilder<unknown>): Promise<string>;
};

/** A database with the tables of this program, and the built-in reference data. */
export async function migratedDatabase(): Promise<MigratedDatabase> {
  const database = await emptyDatabase();
  await database.migrate();
  return database;
}

/** A database without a single table. */
export async function emptyDatabase(): Promise<MigratedDatabase> {
  const database = openDatabase(await freshDatabase());
  opened.push(database.close);
  // Tests of the schema speak its own names.
  const db: Kysely<never> = (database.db as unknown as Kysely<never>).withoutPlugins();
  return {
    db,
    migrate: (migrations) => migrate(db, migrations),
    rows: async (query) => (await query.execute(db)).rows,
    breaks: (query) =>
      query.execute(db).then(
        () => 'accepted',
        (error: { constraint?: string; column?: string }) => error.constraint ?? error.column ?? 'refused',
      ),
  };
}

/** One agency and one officer of it. */
export async function withOfficer({ db }: MigratedDatabase): Promise<void> {
  await sql`insert into agencies (id, name, name_key) values ('7001', 'Dinas Perhubungan', 'dinas perhubungan')`.execute(
    db,
  );
  await sql`insert into officers (id, name, role, agency_id, created_at)
    values ('o-1', 'Rina', 'penghubung', '7001', '2026-02-20T03:00:00Z')`.execute(db);
}

/** One complaint of that agency. */
export async function withComplaint({ db }: MigratedDatabase): Promise<void> {
  await sql`insert into complaints
    (id, tracking_id, revision, title, original_text, final_text, classification, oversight, anonymous, confidential,
     category_path, agency_id, raw_status, channel, received_at, extra)
    values ('lapor-1', '1', 1, 'x', 'x', 'x', 'pengaduan', false, false, false, '{}', '7001', 'Terverifikasi', 'SMS',
     '2026-02-20T03:00:00Z', '{}')`.execute(db);
}
