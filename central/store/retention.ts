import { sql } from 'kysely';
import type { Db } from './database.ts';
import { clearWaiting } from './joining.ts';

const DAY_MS = 86_400_000;
/** An upload that nobody continues or that was not kept. A client that still wants it begins anew. */
const UNFINISHED_DAYS = 7;
/** A whole file that no entry names, or a rejected one: its command may wait in a PC for weeks. */
const UNNAMED_DAYS = 60;
/** What an office brought on a complaint that no import has named: longer than a year's export is late. */
const UNCONFIRMED_DAYS = 400;

/** Clears away what nobody needs any more; several processes may at once. @returns uploads removed */
export async function clearExpired(db: Db, now: Date): Promise<number> {
  const before = (days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();
  await db.deleteFrom('presence').where('until', '<', now.toISOString()).execute();
  await clearWaiting(db, before(UNCONFIRMED_DAYS), now);
  const gone = await sql`
    delete from attachments
    where (state in ('receiving', 'duplicate') and changed_at < ${before(UNFINISHED_DAYS)})
      or (state in ('whole', 'rejected') and changed_at < ${before(UNNAMED_DAYS)}
        and not exists (select from entry_attachments where attachment_id = attachments.id))`.execute(db);
  return Number(gone.numAffectedRows ?? 0n);
}
