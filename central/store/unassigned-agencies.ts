import type { Agency } from '#shared/domain/people/roles.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import { agencyOfText, type NewAgency } from '../../lapor/agency-name.ts';
import { addAgencies } from './agencies.ts';
import type { Db, Tx } from './database.ts';
import { publish } from './feed.ts';

/** An agency that exports name and nobody has registered: its complaints wait. */
type UnassignedAgency = NewAgency & { readonly agencyText: string };

async function readUnassigned(db: Db | Tx): Promise<readonly UnassignedAgency[]> {
  const rows = await db
    .selectFrom('laporMemory as memory')
    .innerJoin('complaints', 'complaints.id', 'memory.complaintId')
    .select('memory.agencyText')
    .where('complaints.agencyId', 'is', null)
    .where('memory.agencyId', 'is', null)
    .groupBy('memory.agencyText')
    .execute();
  return rows.map(({ agencyText }) => ({ agencyText, ...agencyOfText(agencyText) }));
}

/** Registers OPDs and gives each the reports that an earlier import left waiting for it. */
export async function registerAgencies(
  tx: Tx,
  wanted: readonly NewAgency[],
): Promise<readonly { readonly agency: Agency; readonly reports: number }[]> {
  const added = await addAgencies(tx, wanted);
  const registered = [];
  for (const agency of added) registered.push({ agency, reports: await assignWaiting(tx, agency) });
  return registered;
}

/** The OPD that a name means, where waiting reports name it; null where none does. */
export async function findUnassignedAgency(db: Db | Tx, name: string): Promise<NewAgency | null> {
  const waiting = await readUnassigned(db);
  return waiting.find((one) => one.laporId === name.trim() || nameKey(one.name) === nameKey(name)) ?? null;
}

/**
 * No disposition date is invented: the export has none, and the OPD was registered later, not given the
 * report later.
 * @returns the number of reports
 */
async function assignWaiting(tx: Tx, agency: Agency): Promise<number> {
  const texts = (await readUnassigned(tx))
    .filter((one) => one.laporId === agency.id || nameKey(one.name) === nameKey(agency.name))
    .map((one) => one.agencyText);
  if (texts.length === 0) return 0;
  const given = await tx
    .updateTable('laporMemory')
    .from('complaints')
    .set({ agencyId: agency.id })
    .whereRef('complaints.id', '=', 'laporMemory.complaintId')
    .where('complaints.agencyId', 'is', null)
    .where('laporMemory.agencyId', 'is', null)
    .where('laporMemory.agencyText', 'in', texts)
    .returning('laporMemory.complaintId')
    .execute();
  const ids = given.map((row) => row.complaintId);
  await tx
    .updateTable('complaints')
    .set((column) => ({ agencyId: agency.id, revision: column('revision', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
  await publish(
    tx,
    ids.map((complaintId) => ({ agencyId: agency.id, kind: 'upsert', complaintId })),
  );
  return ids.length;
}
