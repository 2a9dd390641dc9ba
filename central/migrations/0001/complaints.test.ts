import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migratedDatabase, withComplaint, withOfficer } from '../../../test/support/migration.ts';

test('a complaint holds only what the domain knows', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await withComplaint(database);
  const with_ = (column: string, value: unknown) =>
    database.breaks(sql`update complaints set ${sql.ref(column)} = ${value}`);
  expect(await with_('tracking_id', '123.0')).toBe('complaints_tracking_id_check');
  expect(await with_('tracking_id', '1234567890123456')).toBe('complaints_tracking_id_check');
  expect(await with_('tracking_id', '123456789012345')).toBe('accepted');
  expect(await with_('classification', 'curhat')).toBe('complaints_classification_check');
  expect(await with_('tracking_id', 'K-20931')).toBe('accepted');
  expect(await with_('tracking_id', 'L-1')).toBe('complaints_tracking_id_check');
  expect(await with_('returns', -1)).toBe('complaints_returns_check');
  expect(await with_('revision', 0)).toBe('complaints_revision_check');
  expect(await with_('raw_status', 'Status Yang Belum Dikenal')).toBe('accepted');
});

test('the timeline keeps the order of writing, and an entry has its id once', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await withComplaint(database);
  const entry = (id: string) =>
    sql`insert into timeline_entries (id, complaint_id, kind, at, revision, author_name, author_role, text, visibility)
      values (${id}, 'lapor-1', 'follow_up', now(), 2, 'x', 'penghubung', 'x', 'public')`;
  for (const id of ['b', 'a', 'c']) expect(await database.breaks(entry(id))).toBe('accepted');
  expect(await database.breaks(entry('a'))).toBe('timeline_entries_id_key');
  expect(await database.rows(sql`select id from timeline_entries order by position`)).toEqual([
    { id: 'b' },
    { id: 'a' },
    { id: 'c' },
  ]);
});

test('the timeline of a complaint is read by its index, however many complaints there are', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await withComplaint(database);
  await database.rows(sql`insert into timeline_entries (id, complaint_id, kind, at, revision, author_name, author_role, text, visibility)
    select n::text, 'lapor-1', 'follow_up', now(), 2, 'x', 'penghubung', 'x', 'public' from generate_series(1, 5000) n`);
  await database.rows(sql`analyze timeline_entries`);
  const plan = await database.rows(
    sql`explain (format json) select * from timeline_entries where complaint_id = any(array['lapor-7', 'lapor-8']) order by complaint_id, position`,
  );
  expect(JSON.stringify(plan)).toContain('timeline_entries_of_complaint');
});

test('a complaint has one memory of what the export said', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await withComplaint(database);
  const memory = (id: string, agency: string | null) =>
    database.breaks(
      sql`insert into lapor_memory values (${id}, 'Terverifikasi', null, '7001|Dinas Perhubungan', ${agency})`,
    );
  expect(await memory('lapor-1', '7001')).toBe('accepted');
  expect(await memory('lapor-1', null)).toBe('lapor_memory_pkey');
  expect(await memory('lapor-2', null)).toBe('lapor_memory_complaint_id_fkey');
});
