import { type Kysely, sql } from 'kysely';
import { ACCOUNTS } from './0001/accounts.ts';
import { ATTACHMENTS } from './0001/attachments.ts';
import { COMMANDS } from './0001/commands.ts';
import { COMPLAINTS } from './0001/complaints.ts';
import { FEEDS } from './0001/feeds.ts';
import { PRESENCE } from './0001/presence.ts';
import { TEMPLATES } from './0001/templates.ts';

/** The tables of the first version. Never changed again: what is new is a migration of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const tables = ACCOUNTS + COMPLAINTS + FEEDS + COMMANDS + ATTACHMENTS + PRESENCE + TEMPLATES;
  await sql.raw(tables).execute(db);
}
