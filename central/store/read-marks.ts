import type { Tx } from './database.ts';
import type { ReadMarkTable } from './schema.ts';

/** How far this officer has read a report; one mark each. */
export async function setReadMark(tx: Tx, mark: ReadMarkTable): Promise<void> {
  await tx
    .insertInto('readMarks')
    .values(mark)
    .onConflict((conflict) => conflict.columns(['complaintId', 'officerId']).doUpdateSet(mark))
    .execute();
}
