import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseAt, withOfficer } from '../../test/support/migration.ts';

test('codes made before are for new officers, as they were; a new one can name an officer', async () => {
  const database = await databaseAt('0005-lapor-memory');
  await withOfficer(database);
  await database.rows(
    sql`insert into enrolment_codes values ('\\x02', '7001', 'penghubung', null, now(), now(), null)`,
  );
  await database.migrate('0006-second-device');
  expect(await database.rows(sql`select officer_id from enrolment_codes`)).toEqual([{ officer_id: null }]);
  const naming = (officer: string) =>
    database.breaks(sql`update enrolment_codes set officer_id = ${officer}`);
  expect(await naming('nobody')).toBe('enrolment_codes_officer_id_fkey');
  expect(await naming('o-1')).toBe('accepted');
});
