import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migratedDatabase, withOfficer } from '../../../test/support/migration.ts';

test('a result is accepted with receipt and number, or refused with a code, and there is one per command', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  const result = (
    id: string,
    outcome: string,
    code: string | null,
    receipt: string | null,
    feedSeq: number | null,
  ) =>
    database.breaks(sql`insert into command_results values
      (${id}, 'o-1', 'lapor-1', 'follow_up', ${outcome}, ${code}, ${receipt}, ${feedSeq}, now())`);
  expect(await result('1', 'accepted', null, 'K-20001', 7)).toBe('accepted');
  expect(await result('2', 'refused', 'closed', null, null)).toBe('accepted');
  expect(await result('1', 'refused', 'closed', null, null)).toBe('command_results_pkey');
  expect(await result('3', 'accepted', null, 'K-20001', 8)).toBe('command_results_receipt_key');
  expect(await result('4', 'accepted', 'closed', 'K-20002', 8)).toBe('command_results_check');
  expect(await result('5', 'later', null, null, null)).toBe('command_results_check');
  expect(await database.rows(sql`select nextval('receipts')::int as first`)).toEqual([{ first: 20_001 }]);
  expect(
    await database.breaks(
      sql`insert into audit (at, officer_id, action, subject, detail) values (now(), null, 'import', 'x', '{}')`,
    ),
  ).toBe('accepted');
});
