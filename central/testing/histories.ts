import { sql } from 'kysely';
import type { CommandResult } from '#shared/contract/central/central.ts';
import { ACCEPTED_HEADER } from '#shared/contract/central/versions.ts';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { centralClient, startTestCentral, type TestCentral } from '../../test/support/central.ts';
import { copyOf } from '../../test/support/postgres.ts';
import { LIMITS } from '../http/limits.ts';
import { type Db, openDatabase } from '../store/database.ts';
import { readIdentity } from '../store/service-row.ts';
import { giveComplaint, numbered } from './give-complaint.ts';

export const AGENCY = 'Dinas Perhubungan';

export async function serve<T>(
  databaseUrl: string | undefined,
  work: (central: TestCentral) => Promise<T>,
  now = () => new Date(),
): Promise<T> {
  // Many at once from one PC stand for a whole office here.
  const options = { now, limits: { ...LIMITS, deviceBodies: 20 } };
  const central = await startTestCentral(databaseUrl === undefined ? options : { ...options, databaseUrl });
  try {
    return await work(central);
  } finally {
    await central.close();
  }
}
export const epochOf = async ({ address }: TestCentral): Promise<string> =>
  (await centralClient(address).health({})).epoch;

export async function withDb<T>(databaseUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = openDatabase(databaseUrl);
  try {
    return await work(db);
  } finally {
    await close();
  }
}
export const change = (databaseUrl: string, ...statements: readonly string[]): Promise<void> =>
  withDb(databaseUrl, async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  });

/**
 * An older copy of the database put back file by file: nothing in it tells that it is not the one of before.
 * @returns its address
 */
export async function putBack(databaseUrl: string): Promise<string> {
  const copied = await copyOf(databaseUrl);
  await withDb(copied, async (db) => {
    const databaseIdentity = await readIdentity(db);
    await db.updateTable('service').set({ databaseIdentity }).execute();
  });
  return copied;
}

export const noteOf = (n: number) => ({
  ...sampleCommand({ kind: 'internal_note', payload: { text: `Catatan ${n}` } }),
  id: `01996c00-0000-7000-8000-${String(n).padStart(12, '0')}`,
  complaintId: numbered(1).id,
});
export const numberOf = (result: CommandResult | undefined): number =>
  result?.outcome === 'accepted' ? Number(result.receipt.slice(2)) : 0;

/** An agency with a complaint and two officers, who each hold a token. */
export async function office(central: TestCentral) {
  await central.addAgency(AGENCY, '4006');
  const [rina, togar] = [await central.enrol(AGENCY), await central.enrol(AGENCY, 'penghubung', 'Togar')];
  await giveComplaint(central.db, numbered(1));
  return { url: central.databaseUrl, rina: rina.token, togar: togar.token };
}

/** What the wire gives with an accepted command, to be shown later. */
export const proofOf = (result: CommandResult | undefined): string =>
  (result?.outcome === 'accepted' ? result.proof : undefined) ?? '';
export const show = (address: string, token: string, proof: string): Promise<Response> =>
  fetch(`${address}/v1/me`, {
    headers: { authorization: `Bearer ${token}`, [ACCEPTED_HEADER]: proof },
  });
