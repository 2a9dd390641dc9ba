import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migratedDatabase, withOfficer } from '../../../test/support/migration.ts';

test('a name stands once in an agency and once for all of them', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  const template = (id: string, agency: string | null) =>
    database.breaks(sql`
      insert into templates (id, agency_id, name, name_key, text) values (${id}, ${agency}, 'Survei', 'survei', 'x')`);
  expect([
    await template('a', '7001'),
    await template('b', null),
    await template('c', '7001'),
    await template('d', null),
    await template('e', '7002'),
  ]).toEqual(['accepted', 'accepted', 'templates_name', 'templates_name', 'templates_agency_id_fkey']);
});
