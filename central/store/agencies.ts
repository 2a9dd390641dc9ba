import { sql } from 'kysely';
import type { Agency } from '#shared/domain/roles.ts';
import type { Db, Tx } from './database.ts';
import { type FeedLine, publish } from './feed.ts';

/** A name without case, spacing and punctuation: "DINAS  Perhubungan" is "Dinas Perhubungan". */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The id of an OPD whose LAPOR! id is not known. */
function idFromName(name: string): string {
  return `opd-${nameKey(name).replaceAll(' ', '-')}`;
}

export type NewAgency = { readonly name: string; readonly laporId: string | null };

/**
 * Adds OPDs with their feeds and tells all feeds of it. One that is known by name or by id stays as it is.
 * @returns those that were new.
 */
export async function addAgencies(tx: Tx, wanted: readonly NewAgency[]): Promise<readonly Agency[]> {
  const added: Agency[] = [];
  for (const { name, laporId } of wanted) {
    const agency = { id: laporId ?? idFromName(name), name: name.trim() };
    const inserted = await tx
      .insertInto('agencies')
      .values({ ...agency, name_key: nameKey(name) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (inserted.length > 0) added.push(agency);
  }
  if (added.length === 0) return added;

  const before = await tx.selectFrom('feeds').select('agency_id').execute();
  await tx
    .insertInto('feeds')
    .values(added.map((agency) => ({ agency_id: agency.id, seq: 0 })))
    .execute();
  const all = await listAgencies(tx);
  await tx
    .updateTable('reference_data')
    .set({ value: sql`${JSON.stringify(all)}::jsonb` })
    .where('name', '=', 'agencies')
    .execute();
  const lines: FeedLine[] = [
    ...before.map(
      ({ agency_id }): FeedLine => ({ agencyId: agency_id, kind: 'reference', reference: 'agencies' }),
    ),
    ...added.flatMap(({ id }): FeedLine[] =>
      (['holidays', 'rules', 'agencies'] as const).map((reference) => ({
        agencyId: id,
        kind: 'reference',
        reference,
      })),
    ),
  ];
  await publish(tx, lines);
  return added;
}

export function listAgencies(db: Db | Tx): Promise<Agency[]> {
  return db.selectFrom('agencies').select(['id', 'name']).orderBy('name').execute();
}

/** An OPD by its id or its name as a person writes it. */
export async function findAgency(db: Db | Tx, text: string): Promise<Agency | null> {
  const found = await db
    .selectFrom('agencies')
    .select(['id', 'name'])
    .where((is) => is.or([is('id', '=', text.trim()), is('name_key', '=', nameKey(text))]))
    .executeTakeFirst();
  return found ?? null;
}
