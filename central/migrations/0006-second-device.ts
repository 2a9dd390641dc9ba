import { type Kysely, sql } from 'kysely';

/** A code can be for an officer who exists already: a second PC, or one that was set up anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table enrolment_codes add column officer_id text references officers`.execute(db);
}
