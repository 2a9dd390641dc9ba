import { sql } from 'kysely';
import type { Db } from '../../central/store/database.ts';
import { somebodyWaits } from '../../central/testing/database-activity.ts';

/** The service's own connections, so that they can be told from the simulation's. */
const NAME = 'simulated central service';

export function namedConnections(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', NAME);
  return url.href;
}

/**
 * What the end of a process is to PostgreSQL: none of its connections is there, whatever they were doing. It
 * is asked again and again, for PostgreSQL's own waiting looks every 100 ms, for each of them.
 */
export async function endConnections(db: Db): Promise<void> {
  while (true) {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = ${NAME}`.execute(db);
    if (rows.length === 0) return;
  }
}

/**
 * Nobody comes past the last thing of a decision, its place in the feed; `meanwhile` runs when somebody waits
 * there, or when `ask` is through without.
 */
export async function whileFeedsAreHeld(
  db: Db,
  ask: () => Promise<unknown>,
  meanwhile: () => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select from feeds for update`.execute(tx);
    let done = false;
    const asking = ask().finally(() => {
      done = true;
    });
    while (!done && !(await somebodyWaits(db)));
    await meanwhile();
    await asking;
  });
}

/** What was confirmed is gone, as if PostgreSQL had not waited for its disk. */
export async function forgetLastAnswer(db: Db): Promise<void> {
  await sql`
    delete from timeline_entries where id in (
      select id from timeline_entries where author_officer_id is not null order by revision desc limit 1)`.execute(
    db,
  );
}
