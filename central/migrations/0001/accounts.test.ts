import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migratedDatabase, withOfficer } from '../../../test/support/migration.ts';

test('officers, tokens and codes hang together, and an agency has its name once', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  expect(
    await database.breaks(
      sql`insert into agencies values ('7002', 'DINAS PERHUBUNGAN', 'dinas perhubungan')`,
    ),
  ).toBe('agencies_name_key_key');
  expect(await database.breaks(sql`insert into officers values ('o-2', 'x', 'bupati', '7001', now())`)).toBe(
    'officers_role_check',
  );
  expect(await database.breaks(sql`insert into officers values ('o-2', 'x', 'admin', '9999', now())`)).toBe(
    'officers_agency_id_fkey',
  );
  expect(await database.breaks(sql`insert into tokens values ('\\x01', 'nobody', 'PC', now(), null)`)).toBe(
    'tokens_officer_id_fkey',
  );
  expect(await database.breaks(sql`insert into tokens values ('\\x01', 'o-1', 'PC', now(), null)`)).toBe(
    'accepted',
  );
  expect(await database.breaks(sql`insert into tokens values ('\\x01', 'o-1', 'PC', now(), null)`)).toBe(
    'tokens_pkey',
  );
  expect(
    await database.breaks(
      sql`insert into enrolment_codes values ('\\x02', '7001', 'penghubung', null, now(), now(), 'nobody', null)`,
    ),
  ).toBe('enrolment_codes_used_by_fkey');
});

test('a code can be for an officer who exists already, and for nobody who does not', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await database.rows(
    sql`insert into enrolment_codes values ('\\x02', '7001', 'penghubung', null, now(), now(), null, null)`,
  );
  const naming = (officer: string) =>
    database.breaks(sql`update enrolment_codes set officer_id = ${officer}`);
  expect(await naming('nobody')).toBe('enrolment_codes_officer_id_fkey');
  expect(await naming('o-1')).toBe('accepted');
});
