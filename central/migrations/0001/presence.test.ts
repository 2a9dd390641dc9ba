import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migratedDatabase, withComplaint, withOfficer } from '../../../test/support/migration.ts';

test('a known device has one complaint open, and presence is not written to the log', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await withComplaint(database);
  await database.rows(sql`insert into tokens values ('\\x01', 'o-1', 'PC', now(), null)`);
  const open = (device: string, complaint: string) =>
    database.breaks(
      sql`insert into presence values (decode(${device}, 'hex'), 'o-1', '7001', ${complaint}, now())`,
    );
  expect(await open('01', 'lapor-1')).toBe('accepted');
  expect(await open('01', 'lapor-1')).toBe('presence_pkey');
  expect(await open('02', 'lapor-1')).toBe('presence_device_fkey');
  expect(await database.breaks(sql`update presence set complaint_id = 'lapor-2'`)).toBe(
    'presence_complaint_id_fkey',
  );
  expect(await database.rows(sql`select relpersistence from pg_class where relname = 'presence'`)).toEqual([
    { relpersistence: 'u' },
  ]);
});
