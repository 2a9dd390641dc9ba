import { randomUUID } from 'node:crypto';
import type { Db, Tx } from './database.ts';

/** The name of this service's history, and the key that signs the cursors given out in it. */
export type ServiceRow = { readonly epoch: string; readonly cursorKey: Buffer };

export function readServiceRow(db: Db | Tx): Promise<ServiceRow> {
  return db.selectFrom('service').select(['epoch', 'cursorKey']).executeTakeFirstOrThrow();
}

/** Begins a new epoch whatever the one before: after a restore that cannot be seen. */
export async function beginEpoch(db: Db): Promise<void> {
  await db.updateTable('service').set({ epoch: randomUUID() }).execute();
}

/** Begins a new epoch, unless somebody else has already ended `epoch`. */
export async function endEpoch(db: Db, epoch: string): Promise<void> {
  await db.updateTable('service').set({ epoch: randomUUID() }).where('epoch', '=', epoch).execute();
}
