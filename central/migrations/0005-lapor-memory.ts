import { type Kysely, sql } from 'kysely';

/**
 * What LAPOR!'s export last said about the things that an OPD changes here too. An import takes a status or an
 * OPD over only when the export itself changed, so an answer not yet published there is never undone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table lapor_memory (
      complaint_id text primary key references complaints,
      raw_status text not null,
      status_reason text,
      agency_text text not null,
      agency_id text references agencies
    )`.execute(db);
}
