import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseAt } from '../../test/support/migration.ts';
import { migrate } from './migrate.ts';

test('several processes that start at once bring the tables up to date once', async () => {
  const database = await databaseAt();
  await Promise.all(Array.from({ length: 5 }, () => database.migrate()));
  expect(await database.rows(sql`select count(*)::int as n from service`)).toEqual([{ n: 1 }]);
  const before = await database.rows(sql`select epoch from service`);
  await migrate(database.db);
  expect(await database.rows(sql`select epoch from service`)).toEqual(before);
  expect(await database.rows(sql`select name from reference_data order by name`)).toEqual([
    { name: 'agencies' },
    { name: 'colleagues' },
    { name: 'holidays' },
    { name: 'rules' },
    { name: 'templates' },
  ]);
});

test('an older program does not touch a newer database', async () => {
  const database = await databaseAt();
  await database.migrate();
  await database.rows(sql`insert into kysely_migration values ('9999-from-the-future', now()::text)`);
  await expect(database.migrate()).rejects.toThrow(/9999-from-the-future/);
});
