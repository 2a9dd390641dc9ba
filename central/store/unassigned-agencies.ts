import { followLapor, type LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import { agencyOfText, type NewAgency } from '../../lapor/agency-name.ts';
import { announceAgencies, insertAgencies } from './agencies.ts';
import { updateComplaints } from './complaints.ts';
import type { Db, Tx } from './database.ts';
import { type FeedLine, publish } from './feed.ts';
import { readMemory, rememberLapor } from './lapor-memory.ts';

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

/** Registers agencies and gives each the complaints that earlier imports left waiting for it. */
export async function registerAgencies(
  tx: Tx,
  wanted: readonly NewAgency[],
): Promise<readonly { readonly agency: Agency; readonly reports: number }[]> {
  const added = await insertAgencies(tx, wanted);
  const lines: FeedLine[] = [...(await announceAgencies(tx, added))];
  const registered = [];
  const waiting = added.length === 0 ? [] : await readUnassigned(tx);
  for (const agency of added) {
    const texts = waiting
      .filter((one) => one.laporId === agency.id || nameKey(one.name) === nameKey(agency.name))
      .map((one) => one.agencyText);
    const given = texts.length === 0 ? [] : await assignWaiting(tx, agency, texts);
    for (const complaintId of given) lines.push({ agencyId: agency.id, kind: 'upsert', complaintId });
    registered.push({ agency, reports: given.length });
  }
  await publish(tx, lines);
  return registered;
}

/** The agency that a name means, where waiting complaints name it; null where none does. */
export async function findUnassignedAgency(db: Db | Tx, name: string): Promise<NewAgency | null> {
  const waiting = await readUnassigned(db);
  return waiting.find((one) => one.laporId === name.trim() || nameKey(one.name) === nameKey(name)) ?? null;
}

/** Complaints that are written at once: enough to be fast, and few enough for memory. */
const BATCH = 2_000;

/** @returns the ids of the complaints that the agency has now: those that name it by one of these texts */
async function assignWaiting(tx: Tx, agency: Agency, texts: readonly string[]): Promise<readonly string[]> {
  const at = new Date().toISOString();
  const given: string[] = [];
  const next = () => lockWaiting(tx, texts, given.at(-1) ?? '');
  for (let batch = await next(); batch.length > 0; batch = await next()) {
    const ids = batch.map(({ id }) => id);
    const memories = await readMemory(tx, ids);
    const assigned = batch.flatMap((complaint) => {
      const before = memories.get(complaint.id);
      return before === undefined ? [] : [assign(complaint, before, agency.id, at)];
    });
    const complaints = assigned.map(({ complaint }) => complaint);
    const changed = assigned.map(({ memory }) => memory);
    await updateComplaints(tx, complaints);
    await rememberLapor(tx, changed);
    given.push(...ids);
  }
  return given;
}

/** No date of a disposition is invented: the agency was registered later, not given the complaint later. */
function assign(complaint: Waiting, before: LaporMemory, agencyId: string, at: string) {
  const memory = { ...before, agencyId };
  const { followed } = followLapor(complaint, before, memory, at);
  return { complaint: { ...complaint, ...followed, revision: complaint.revision + 1 }, memory };
}

/** The next waiting complaints after an id; everybody locks complaints in this order. */
function lockWaiting(tx: Tx, texts: readonly string[], after: string) {
  return tx
    .selectFrom('complaints')
    .innerJoin('laporMemory as memory', 'memory.complaintId', 'complaints.id')
    .select([
      'id',
      'revision',
      'complaints.rawStatus',
      'complaints.statusReason',
      'complaints.agencyId',
      'dispositionedAt',
    ])
    .where('complaints.agencyId', 'is', null)
    .where('memory.agencyId', 'is', null)
    .where('agencyText', 'in', texts)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .forUpdate('complaints')
    .execute();
}
type Waiting = Awaited<ReturnType<typeof lockWaiting>>[number];
