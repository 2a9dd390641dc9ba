import { type Kysely, sql } from 'kysely';

/**
 * What an OPD does with a report besides answering it: entries of further kinds with what they say besides their text, how
 * often it was given back, and whether an OPD wants its answers approved.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table timeline_entries drop constraint timeline_entries_kind_check`.execute(db);
  await sql`
    alter table timeline_entries add constraint timeline_entries_kind_check check (kind in (
      'disposition', 'follow_up', 'reporter_reply', 'internal_note', 'return', 'import_change',
      'question', 'forward', 'take_back', 'postponement', 'finish', 'archive_proposal',
      'priority', 'labels', 'plan', 'snooze', 'link', 'proposal', 'approval', 'send_back', 'publication'))`.execute(
    db,
  );
  await sql`alter table timeline_entries add column detail jsonb`.execute(db);
  await sql`alter table complaints add column returns integer not null default 0 check (returns >= 0)`.execute(
    db,
  );
  await sql`
    update complaints set returns = counted.times from (
      select complaint_id, count(*) as times from timeline_entries where kind = 'return' group by complaint_id
    ) as counted where counted.complaint_id = complaints.id`.execute(db);
  await sql`alter table agencies add column approval boolean not null default false`.execute(db);
  await sql`alter table reference_data drop constraint reference_data_name_check`.execute(db);
  await sql`
    alter table reference_data add constraint reference_data_name_check
      check (name in ('holidays', 'rules', 'agencies', 'colleagues'))`.execute(db);
  // Of each OPD its own; the row is there so that a feed can name it.
  await sql`insert into reference_data (name, value) values ('colleagues', '[]')`.execute(db);
  await sql`
    with moved as (update feeds set seq = seq + 1 returning agency_id, seq)
    insert into feed_items (agency_id, seq, kind, reference) select agency_id, seq, 'reference', 'colleagues' from moved`.execute(
    db,
  );
}
