import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseAt, withOfficer } from '../../test/support/migration.ts';

test('a name stands once in an OPD and once for all of them, and every OPD is told of templates', async () => {
  const database = await databaseAt('0012-recorded');
  await withOfficer(database);
  await database.rows(sql`insert into feeds (agency_id, seq) values ('7001', 4)`);
  await database.migrate('0013-templates');
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
  expect(await database.rows(sql`select agency_id, seq, reference from feed_items`)).toEqual([
    { agency_id: '7001', seq: 5, reference: 'templates' },
  ]);
});
