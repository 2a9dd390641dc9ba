import { sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { CommandResultTable } from './schema.ts';

export async function findResult(db: Db | Tx, id: string): Promise<CommandResultTable | null> {
  return (await db.selectFrom('commandResults').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Keeps the answer to a command, and the audit row of it. */
export async function storeResult(tx: Tx, result: CommandResultTable): Promise<void> {
  await tx
    .with('stored', (with_) => with_.insertInto('commandResults').values(result))
    .insertInto('audit')
    .values({
      at: result.at,
      officerId: result.officerId,
      action: `command.${result.kind}`,
      subject: result.complaintId,
      detail: { command: result.id, outcome: result.outcome, code: result.code },
    })
    .execute();
}

/** Is it neither the number of a complaint nor the receipt of a command? */
export async function isReceiptFree(tx: Tx, receipt: string): Promise<boolean> {
  const { rows } = await sql`
    select from complaints where tracking_id = ${receipt}
    union all select from command_results where receipt = ${receipt} limit 1`.execute(tx);
  return rows.length === 0;
}

/** The next receipt, "K-20931": what an officer can quote. */
export async function nextReceipt(tx: Tx): Promise<string> {
  const answer = await sql<{ number: number }>`select nextval('receipts') as number`.execute(tx);
  return `K-${answer.rows[0]?.number}`;
}
