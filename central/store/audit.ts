import type { Insertable } from 'kysely';
import type { Tx } from './database.ts';
import type { AuditTable } from './schema.ts';

/** Notes for ever who did what to what. */
export async function writeAudit(tx: Tx, row: Insertable<AuditTable>): Promise<void> {
  await tx.insertInto('audit').values(row).execute();
}
