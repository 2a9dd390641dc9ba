import { type Kysely, sql } from 'kysely';

/** Reports that an office recorded itself: their number is the receipt, and their history begins with who recorded them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table complaints drop constraint complaints_tracking_id_check`.execute(db);
  await sql`
    alter table complaints add constraint complaints_tracking_id_check
      check (tracking_id ~ '^([0-9]{1,15}|K-[0-9]{1,15})$')`.execute(db);
  await sql`alter table timeline_entries drop constraint timeline_entries_kind_check`.execute(db);
  await sql`
    alter table timeline_entries add constraint timeline_entries_kind_check check (kind in (
      'disposition', 'follow_up', 'reporter_reply', 'internal_note', 'return', 'import_change',
      'question', 'forward', 'take_back', 'postponement', 'finish', 'archive_proposal',
      'priority', 'labels', 'plan', 'snooze', 'link', 'proposal', 'approval', 'send_back', 'publication',
      'record'))`.execute(db);
}
