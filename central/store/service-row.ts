import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { leapReceipts } from './commands.ts';
import type { Db, Tx } from './database.ts';

/** The name of this service's history, and the key that signs the cursors given out in it. */
export type ServiceRow = Awaited<ReturnType<typeof readServiceRow>>;

export function readServiceRow(db: Db | Tx) {
  return db.selectFrom('service').select(['epoch', 'cursorKey']).executeTakeFirstOrThrow();
}

/** Begins a new epoch whatever the one before: after a restore that cannot be seen. */
export async function beginEpoch(db: Db, now: Date): Promise<void> {
  await db.transaction().execute((tx) => begin(tx, now));
}

async function begin(tx: Tx, now: Date): Promise<void> {
  const { epoch } = await tx.selectFrom('service').select('epoch').forUpdate().executeTakeFirstOrThrow();
  await noteEnd(tx, epoch);
  await tx.updateTable('service').set({ epoch: randomUUID() }).execute();
  await leapReceipts(tx, now);
}

/** @returns false when it had ended before */
async function noteEnd(tx: Tx, epoch: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows: noted } = await tx
    .insertInto('endedEpochs')
    .values({ epoch })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return noted === 1n;
}

/**
 * Ends an epoch of this service, unless it has ended before: the one of now, of which a part is lost, or one
 * that is not known here, because the database was put back to before it.
 * @returns whether a new epoch began with that
 */
export async function endEpoch(db: Db, epoch: string, now: Date): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ended = await noteEnd(tx, epoch);
    if (ended) await begin(tx, now);
    return ended;
  });
}

export async function hasEnded(db: Db | Tx, epoch: string): Promise<boolean> {
  const found = await db
    .selectFrom('endedEpochs')
    .select('epoch')
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Where a history is served from: the cluster, its timeline, the database in it, and the table of this very
 * row. A dump that is restored makes the last two anew, a promoted standby or a recovery to a point in time
 * the second, another cluster the first. A copy of the files that was put back has all four as before: that
 * only a cursor beyond the feed's end tells, or the administrator (`restored`).
 */
export async function readIdentity(db: Db): Promise<string> {
  const { rows } = await sql<{ identity: string }>`
    select concat_ws('/',
      (select system_identifier from pg_control_system()),
      substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
      (select oid from pg_database where datname = current_database()),
      'service'::regclass::oid) as identity`.execute(db);
  return rows[0]?.identity ?? '';
}

/**
 * Begins a new epoch when the database is another one than this history was last served from. Whether it is
 * in the past of that one, or the same moved elsewhere, cannot be told: a new epoch is right for both, and
 * costs no more than that every PC reads its feed once more and sends the accepted commands of 30 days again.
 * @returns true when a new epoch began
 */
export async function noticeRestore(db: Db, now: Date): Promise<boolean> {
  const identity = await readIdentity(db);
  const { databaseIdentity: before } = await db
    .selectFrom('service')
    .select('databaseIdentity')
    .executeTakeFirstOrThrow();
  if (before === identity) return false;
  return db.transaction().execute(async (tx) => {
    // Of several processes that start at once, one finds the row as it read it.
    const noted = await tx
      .updateTable('service')
      .set({ databaseIdentity: identity })
      .where('databaseIdentity', 'is not distinct from', before)
      .executeTakeFirst();
    const begun = before !== null && noted.numUpdatedRows === 1n;
    if (begun) await begin(tx, now);
    return begun;
  });
}
