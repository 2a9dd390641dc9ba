import { sql } from 'kysely';
import type { BroughtCommand } from '#shared/contract/central/central.ts';
import type { Db, Tx } from './database.ts';

/**
 * The device reads or sends as every other one: the central service decides for it now, and it has nothing
 * left that was done alone.
 */
export async function endJoining(db: Db, device: Buffer): Promise<void> {
  await db
    .updateTable('tokens')
    .set({ joining: false })
    .where('hash', '=', device)
    .where('joining', '=', true)
    .execute();
}

/** What an officer may have waiting at most: a stolen token must not fill the disk. */
export type WaitingLimits = { readonly commands: number; readonly bytes: number };

/** How much of an officer waits. */
export async function waitingOf(tx: Tx, officerId: string): Promise<WaitingLimits> {
  const { rows } = await sql<WaitingLimits>`
    select count(*)::integer as commands, coalesce(sum(bytes), 0)::bigint as bytes
    from waiting_commands where officer_id = ${officerId}`.execute(tx);
  return rows[0] ?? { commands: 0, bytes: 0 };
}

/** What waits here under this id, and who brought it; null: nothing. */
export async function findWaiting(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('waitingCommands')
    .select(['officerId', 'brought'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps what an office did to a complaint that no import has named yet. @returns its bytes */
export async function putWaiting(
  tx: Tx,
  officerId: string,
  brought: BroughtCommand,
  now: Date,
): Promise<number> {
  const { id, complaintId } = brought.command;
  const json = JSON.stringify(brought);
  const bytes = Buffer.byteLength(json);
  await tx
    .insertInto('waitingCommands')
    .values({
      id,
      complaintId: complaintId ?? '',
      officerId,
      cameAt: now.toISOString(),
      bytes,
      brought: sql<BroughtCommand>`${json}::jsonb`,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return bytes;
}

/** Clears away what came before a time and no import has confirmed; the audit keeps that it was here. */
export async function clearWaiting(db: Db, before: string, now: Date): Promise<void> {
  await sql`
    with gone as (
      delete from waiting_commands where came_at < ${before} returning id, officer_id, complaint_id
    )
    insert into audit (at, officer_id, action, subject, detail)
    select ${now.toISOString()}, officer_id, 'waiting_cleared', complaint_id, jsonb_build_object('command', id)
    from gone`.execute(db);
}

/** What waits for complaints that are their officers' agencies' by now, in the order of coming. */
export function readConfirmed(db: Db) {
  return db
    .selectFrom('waitingCommands')
    .innerJoin('complaints', 'complaints.id', 'complaintId')
    .innerJoin('officers', 'officers.id', 'officerId')
    .select(['waitingCommands.id', 'officerId', 'brought'])
    .whereRef('complaints.agencyId', '=', 'officers.agencyId')
    .orderBy('position')
    .execute();
}

export async function dropWaiting(db: Db, id: string): Promise<void> {
  await db.deleteFrom('waitingCommands').where('id', '=', id).execute();
}
