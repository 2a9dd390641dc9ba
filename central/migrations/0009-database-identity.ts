import { type Kysely, sql } from 'kysely';

/** Which database this history was last served from: another one means that it came out of a backup, or moved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table service add column database_identity text`.execute(db);
}
