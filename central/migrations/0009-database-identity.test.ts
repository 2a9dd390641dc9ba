import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseAt } from '../../test/support/migration.ts';

test('a service of before keeps its history: where it was served from is not known yet', async () => {
  const database = await databaseAt('0008-presence');
  await database.rows(sql`insert into service (epoch, cursor_key) values ('e', '\\x01')`);
  await database.migrate('0009-database-identity');
  expect(await database.rows(sql`select epoch, database_identity from service`)).toEqual([
    { epoch: 'e', database_identity: null },
  ]);
});
