import { type Kysely, sql } from 'kysely';

/** Templates that an OPD shares; without an OPD: those of all. In one place a name stands once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table templates (
      id text primary key,
      agency_id text references agencies,
      name text not null,
      name_key text not null,
      text text not null,
      constraint templates_name unique nulls not distinct (agency_id, name_key)
    )`.execute(db);
  await sql`alter table reference_data drop constraint reference_data_name_check`.execute(db);
  await sql`
    alter table reference_data add constraint reference_data_name_check
      check (name in ('holidays', 'rules', 'agencies', 'colleagues', 'templates'))`.execute(db);
  // Of each OPD its own; the row is there so that a feed can name it.
  await sql`insert into reference_data (name, value) values ('templates', '[]')`.execute(db);
  // In every feed from now on, so that whoever reads one from the start keeps none of another history or OPD.
  await sql`
    with moved as (update feeds set seq = seq + 1 returning agency_id, seq)
    insert into feed_items (agency_id, seq, kind, reference) select agency_id, seq, 'reference', 'templates' from moved`.execute(
    db,
  );
}
