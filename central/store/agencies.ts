import { sql } from 'kysely';
import type { Agency } from '#shared/domain/people/roles.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import { agencyIdOf, type NewAgency } from '../../lapor/agency-name.ts';
import type { Db, Tx } from './database.ts';
import { type FeedLine, publish } from './feed.ts';
import type { ReferenceTable } from './schema.ts';

/** Adds agencies with their feeds and tells all feeds of it. @returns those that were new */
export async function addAgencies(tx: Tx, wanted: readonly NewAgency[]): Promise<readonly Agency[]> {
  const added = await insertAgencies(tx, wanted);
  await publish(tx, await announceAgencies(tx, added));
  return added;
}

/** Adds agencies with empty feeds; one known by name or id stays as it is. @returns those that were new */
export async function insertAgencies(tx: Tx, wanted: readonly NewAgency[]): Promise<readonly Agency[]> {
  const added: Agency[] = [];
  for (const { name, laporId } of wanted) {
    const agency = { id: agencyIdOf({ name, laporId }), name: name.trim() };
    const inserted = await tx
      .insertInto('agencies')
      .values({ ...agency, nameKey: nameKey(name) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (inserted.length === 0) continue;
    await tx.insertInto('feeds').values({ agencyId: agency.id, seq: 0 }).execute();
    added.push(agency);
  }
  return added;
}

/** The lines by which all feeds learn of added agencies, and the added ones get all reference data. */
export async function announceAgencies(tx: Tx, added: readonly Agency[]): Promise<readonly FeedLine[]> {
  if (added.length === 0) return [];
  const all = await writeAgencies(tx);
  const isNew = new Set(added.map(({ id }) => id));
  return all.flatMap(({ id }): FeedLine[] => {
    const names = isNew.has(id)
      ? (['holidays', 'rules', 'agencies', 'colleagues', 'templates'] as const)
      : (['agencies'] as const);
    return names.map((reference) => ({ agencyId: id, kind: 'reference', reference }));
  });
}

export function listAgencies(db: Db | Tx): Promise<Agency[]> {
  return db.selectFrom('agencies').select(['id', 'name', 'approval']).orderBy('name').execute();
}

/** Whether another officer must approve what this agency says to a reporter, from now on. */
export async function setApproval(tx: Tx, agencyId: string, approval: boolean): Promise<void> {
  await tx.updateTable('agencies').set({ approval }).where('id', '=', agencyId).execute();
  await writeAgencies(tx);
  await tellEveryAgency(tx, 'agencies');
}

/** Tells every agency that reference data is another one than before. */
export async function tellEveryAgency(tx: Tx, reference: ReferenceTable['name']): Promise<void> {
  const all = await listAgencies(tx);
  const lines = all.map(({ id }): FeedLine => ({ agencyId: id, kind: 'reference', reference }));
  await publish(tx, lines);
}

/** The list that all feeds name, as the table is now. */
async function writeAgencies(tx: Tx): Promise<readonly Agency[]> {
  const all = await listAgencies(tx);
  await writeReference(tx, 'agencies', all);
  return all;
}

/** Replaces what all feeds name. They are to be told of it. */
export async function writeReference(tx: Tx, name: ReferenceTable['name'], value: unknown): Promise<void> {
  const json = sql`${JSON.stringify(value)}::jsonb`;
  await tx.updateTable('referenceData').set({ value: json }).where('name', '=', name).execute();
}

/** An agency by its id or its name as a person writes it. */
export async function findAgency(db: Db | Tx, text: string): Promise<Agency | null> {
  const found = await db
    .selectFrom('agencies')
    .select(['id', 'name', 'approval'])
    .where((is) => is.or([is('id', '=', text.trim()), is('nameKey', '=', nameKey(text))]))
    .executeTakeFirst();
  return found ?? null;
}
