import type { Template } from '#shared/domain/answers/templates.ts';
import type { OfficeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import { tellEveryAgency } from './agencies.ts';
import type { Db, Tx } from './database.ts';
import { publish } from './feed.ts';

/** What the officers of an agency can insert: its own templates and those of every agency, by name. */
export async function templatesOf(db: Db | Tx, agencyId: string): Promise<readonly OfficeTemplate[]> {
  const rows = await db
    .selectFrom('templates')
    .select(['id', 'agencyId', 'name', 'text'])
    .where((is) => is.or([is('agencyId', '=', agencyId), is('agencyId', 'is', null)]))
    .orderBy('nameKey')
    .orderBy('agencyId')
    .execute();
  return rows.map(({ id, agencyId, name, text }) => ({ id, name, text, everywhere: agencyId === null }));
}

/** Templates with the names of their agencies; null: of every agency. */
export function listTemplates(db: Db) {
  return db
    .selectFrom('templates')
    .leftJoin('agencies', 'agencies.id', 'agencyId')
    .select(['templates.id', 'templates.name', 'text', 'agencies.name as opd'])
    .orderBy('opd', (order) => order.asc().nullsFirst())
    .orderBy('templates.nameKey')
    .execute();
}

/** How many an agency has of its own; null: how many every agency has. */
export async function countTemplates(db: Db | Tx, agencyId: string | null): Promise<number> {
  const { count } = await db
    .selectFrom('templates')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('agencyId', 'is not distinct from', agencyId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Adds or replaces, by name, a template of an agency (null: of every one); whoever has it is told. */
export async function putTemplate(
  tx: Tx,
  agencyId: string | null,
  { id, name, text }: Template,
): Promise<void> {
  await tx
    .insertInto('templates')
    .values({ id, agencyId, name, nameKey: nameKey(name), text })
    .onConflict((conflict) => conflict.constraint('templates_name').doUpdateSet({ name, text }))
    .execute();
  await tell(tx, agencyId);
}

/** @returns false: there is none of this name */
export async function removeTemplate(tx: Tx, agencyId: string | null, name: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('templates')
    .where('agencyId', 'is not distinct from', agencyId)
    .where('nameKey', '=', nameKey(name))
    .returning('id')
    .execute();
  if (removed.length > 0) await tell(tx, agencyId);
  return removed.length > 0;
}

async function tell(tx: Tx, agencyId: string | null): Promise<void> {
  if (agencyId === null) await tellEveryAgency(tx, 'templates');
  else await publish(tx, [{ agencyId, kind: 'reference', reference: 'templates' }]);
}
