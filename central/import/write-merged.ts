import { sql } from 'kysely';
import type { Merged } from '../../lapor/import/merge.ts';
import type { Rejection } from '../../lapor/import/rejection.ts';
import { insertComplaints, updateComplaints } from '../store/complaints.ts';
import { sqlStateOf, type Tx } from '../store/database.ts';
import { insertEntries } from '../store/entries.ts';
import { rememberLapor } from '../store/lapor-memory.ts';

/** A row of the file and what the import makes of it. `agencyBefore`: whose it was. */
export type MergedRow = {
  readonly number: number;
  readonly merged: Merged;
  readonly agencyBefore: string | null;
  /** The row names an agency that is not registered. */
  readonly unassigned: boolean;
};

/**
 * Writes rows together, or where that cannot be each alone.
 * @returns those that were written; the others are rejected
 */
export async function writeMerged(
  tx: Tx,
  rows: readonly MergedRow[],
  rejected: Rejection[],
): Promise<readonly MergedRow[]> {
  if (await canWrite(tx, rows)) return rows;
  const written: MergedRow[] = [];
  for (const row of rows) {
    if (await canWrite(tx, [row])) written.push(row);
    else rejected.push(notStorable(row.number, row.merged.row.trackingId));
  }
  return written;
}

/** There is something in the database that this row cannot stand beside, or that cannot be read. */
export function notStorable(row: number, number: string): Rejection {
  return { row, sentence: 'rowNotStorable', values: { number } };
}

/** SQLSTATE classes of data that cannot be stored, unlike a database that cannot work. */
const BAD_DATA = /^2[23]/;

async function canWrite(tx: Tx, rows: readonly MergedRow[]): Promise<boolean> {
  await sql`savepoint merged`.execute(tx);
  try {
    await write(tx, rows);
    await sql`release savepoint merged`.execute(tx);
    return true;
  } catch (error) {
    if (!BAD_DATA.test(sqlStateOf(error))) throw error;
    await sql`rollback to savepoint merged`.execute(tx);
    return false;
  }
}

async function write(tx: Tx, rows: readonly MergedRow[]): Promise<void> {
  const merged = rows.map((row) => row.merged);
  const rowsOf = (kind: Merged['kind']) => merged.flatMap((one) => (one.kind === kind ? [one.row] : []));
  await insertComplaints(tx, rowsOf('new'));
  await updateComplaints(tx, rowsOf('changed'));
  const entries = merged.flatMap((one) => one.entries);
  const memories = merged.flatMap((one) => one.memory ?? []);
  await insertEntries(tx, entries);
  await rememberLapor(tx, memories);
}
