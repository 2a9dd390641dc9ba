import { sql } from 'kysely';
import type { Db } from '../store/database.ts';

/** Does a statement in this database wait for a lock that another one holds? */
export async function somebodyWaits(db: Db): Promise<boolean> {
  const waiting = await sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    db,
  );
  return waiting.rows.length > 0;
}

/** Breaks the connections over which the services of this database hear the news. */
export async function dropFeedConnections(db: Db): Promise<void> {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'penghubung-feed' and datname = current_database()`.execute(db);
}
