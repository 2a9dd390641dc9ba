import { randomInt } from 'node:crypto';
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

/**
 * The next receipt, "K-20931": what an officer can quote, and the number of whoever reported what an office
 * recorded. Never given twice, also after a restore: see `moveReceipts`.
 */
export async function nextReceipt(tx: Tx): Promise<string> {
  const answer = await sql<{ number: number }>`select nextval('receipts') as number`.execute(tx);
  return `K-${answer.rows[0]?.number}`;
}

/** More than a kabupaten writes between two starts of its service, reading marks included. */
const RECEIPTS_PER_MINUTE = 10;
/** Receipts left out where a new history begins: so many, and as many again at random. */
const LEAP = 1_000_000;

/**
 * A database that came out of a backup counts from an earlier place, and nothing in it tells. So at each
 * start the receipts are moved to where the time alone has brought them: beyond all that were given before,
 * here or in a history that is lost.
 */
export async function moveReceipts(db: Db, now: Date): Promise<void> {
  await db.transaction().execute((tx) => setReceipts(tx, now, (reached) => reached));
}

/**
 * A new history begins: far beyond what may be lost of the one before. Two that begin in the same minute, out
 * of the same copy, must not go to the same place. From there the time moves them, also in a later copy.
 */
export async function leapReceipts(tx: Tx, now: Date): Promise<void> {
  const place = await setReceipts(tx, now, (reached) => reached + LEAP + randomInt(LEAP));
  await tx.updateTable('service').set({ receiptsFrom: place, receiptsSince: now.toISOString() }).execute();
}

/**
 * @param place the next receipt, from where the time or the ones that were given have brought them
 * @returns that place
 */
async function setReceipts(tx: Tx, now: Date, place: (reached: number) => number): Promise<number> {
  // Changes nothing, but nobody takes a receipt from here to the end of the transaction.
  await sql`alter sequence receipts increment by 1`.execute(tx);
  const { rows } = await sql<{ next: number; from: number; since: string }>`
    select last_value + is_called::int as next, receipts_from as from, receipts_since as since
    from receipts, service`.execute(tx);
  const [{ next, from, since }] = rows as [(typeof rows)[0]];
  const minutes = Math.floor((now.getTime() - Date.parse(since)) / 60_000);
  const there = place(Math.max(next, from + minutes * RECEIPTS_PER_MINUTE));
  if (there > next) await sql`alter sequence receipts restart with ${sql.lit(there)}`.execute(tx);
  return there;
}
