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

/** Keeps what an office did to a complaint that no import has named yet; again changes nothing. */
export async function putWaiting(tx: Tx, officerId: string, brought: BroughtCommand): Promise<void> {
  const { id, complaintId } = brought.command;
  await tx
    .insertInto('waitingCommands')
    .values({
      id,
      complaintId: complaintId ?? '',
      officerId,
      brought: sql<BroughtCommand>`${JSON.stringify(brought)}::jsonb`,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
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
