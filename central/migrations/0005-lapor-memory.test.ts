import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseAt, withComplaint, withOfficer } from '../../test/support/migration.ts';

test('a report has one memory of what the export said', async () => {
  const database = await databaseAt('0004-commands');
  await withOfficer(database);
  await withComplaint(database);
  await database.migrate('0005-lapor-memory');
  const memory = (id: string, agency: string | null) =>
    database.breaks(
      sql`insert into lapor_memory values (${id}, 'Terverifikasi', null, '7001|Dinas Perhubungan', ${agency})`,
    );
  expect(await memory('lapor-1', '7001')).toBe('accepted');
  expect(await memory('lapor-1', null)).toBe('lapor_memory_pkey');
  expect(await memory('lapor-2', null)).toBe('lapor_memory_complaint_id_fkey');
});
