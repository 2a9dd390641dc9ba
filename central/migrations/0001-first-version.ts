import type { Kysely } from 'kysely';
import { createAccounts } from './0001/accounts.ts';
import { createAttachments } from './0001/attachments.ts';
import { createCommands } from './0001/commands.ts';
import { createComplaints } from './0001/complaints.ts';
import { createFeeds } from './0001/feeds.ts';
import { createPresence } from './0001/presence.ts';
import { createTemplates } from './0001/templates.ts';

/** The tables of the first version. Never changed again: what is new is a migration of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAccounts(db);
  await createComplaints(db);
  await createFeeds(db);
  await createCommands(db);
  await createAttachments(db);
  await createPresence(db);
  await createTemplates(db);
}
