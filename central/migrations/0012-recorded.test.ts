import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseAt, withComplaint, withOfficer } from '../../test/support/migration.ts';

test('a report may have its receipt as its number, and begin with the entry of who recorded it', async () => {
  const database = await databaseAt('0011-pauses');
  await withOfficer(database);
  await withComplaint(database);
  const numbered = (number: string) =>
    database.breaks(sql`update complaints set tracking_id = ${number} where id = 'lapor-1'`);
  const entry = (id: string) =>
    database.breaks(sql`
      insert into timeline_entries
        (id, complaint_id, kind, at, revision, author_name, author_role, text, visibility)
      values (${id}, 'lapor-1', 'record', '2026-02-20T03:00:00Z', 1, 'Rina', 'penghubung', '', 'agency')`);
  expect([await numbered('K-20931'), await entry('a')]).toEqual([
    'complaints_tracking_id_check',
    'timeline_entries_kind_check',
  ]);
  await database.migrate('0012-recorded');
  expect([await numbered('K-20931'), await numbered('L-1'), await numbered('9300431')]).toEqual([
    'accepted',
    'complaints_tracking_id_check',
    'accepted',
  ]);
  expect(await entry('a')).toBe('accepted');
});
