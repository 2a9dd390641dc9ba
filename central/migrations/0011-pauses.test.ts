import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseAt, withOfficer } from '../../test/support/migration.ts';

test('stored rules of completion learn what pauses them, those that say it themselves stay, and every OPD is told', async () => {
  const database = await databaseAt('0010-casework');
  await withOfficer(database);
  await database.rows(sql`insert into feeds (agency_id, seq) values ('7001', 4)`);
  const rules = [
    { id: 'a', limit: 'first_answer' },
    { id: 'b', limit: 'completion' },
    { id: 'c', limit: 'completion', pausedBy: [] },
  ];
  await database.rows(
    sql`insert into reference_data (name, value) values ('rules', ${JSON.stringify(rules)}::jsonb)`,
  );
  await database.migrate('0011-pauses');
  expect(await database.rows(sql`select value from reference_data where name = 'rules'`)).toEqual([
    { value: [rules[0], { ...rules[1], pausedBy: ['question', 'postponement'] }, rules[2]] },
  ]);
  expect(await database.rows(sql`select seq, kind, reference from feed_items`)).toEqual([
    { seq: 5, kind: 'reference', reference: 'rules' },
  ]);
});
