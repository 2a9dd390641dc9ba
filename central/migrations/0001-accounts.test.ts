import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseAt, withOfficer } from '../../test/support/migration.ts';

test('officers, tokens and codes hang together, and an OPD has its name once', async () => {
  const database = await databaseAt('0001-accounts');
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
      sql`insert into enrolment_codes values ('\\x02', '7001', 'penghubung', null, now(), now(), 'nobody')`,
    ),
  ).toBe('enrolment_codes_used_by_fkey');
});
