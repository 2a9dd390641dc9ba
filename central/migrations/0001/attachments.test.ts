import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migratedDatabase, withComplaint, withOfficer } from '../../../test/support/migration.ts';

const ONE = '01996c00-0000-4000-8000-000000000001';
const OTHER = '01996c00-0000-4000-8000-000000000002';
const SHA = 'a'.repeat(64);

test('an upload is of one agency, its count fits its size, and an agency has the same bytes whole once', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  const upload = (id: string, sha256: string, size: number) =>
    database.breaks(sql`insert into attachments (id, sha256, agency_id, officer_id, name, size, created_at, changed_at)
      values (${id}, ${sha256}, '7001', 'o-1', 'foto.jpg', ${size}, now(), now())`);
  expect(await upload(ONE, SHA, 0)).toBe('attachments_size_check');
  expect(await upload(ONE, 'A'.repeat(64), 9)).toBe('attachments_sha256_check');
  expect(await upload(ONE, SHA, 9)).toBe('accepted');
  expect(await upload(OTHER, SHA, 9)).toBe('accepted');

  const change = (id: string, set: ReturnType<typeof sql>) =>
    database.breaks(sql`update attachments set ${set} where id = ${id}`);
  expect(await change(ONE, sql`received = 10`)).toMatch(/^attachments_check/);
  expect(await change(ONE, sql`state = 'whole', received = 9`)).toMatch(/^attachments_check/);
  expect(await change(ONE, sql`state = 'whole', received = 8, type = 'image/jpeg'`)).toMatch(
    /^attachments_check/,
  );
  expect(await change(ONE, sql`state = 'whole', received = 9, type = 'image/jpeg'`)).toBe('accepted');
  expect(await change(OTHER, sql`state = 'whole', received = 9, type = 'image/jpeg'`)).toBe(
    'attachments_whole',
  );
  expect(await change(OTHER, sql`state = 'duplicate'`)).toBe('accepted');
});

test('bytes go with their upload, and an upload that an entry names cannot go', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await withComplaint(database);
  await database.rows(sql`insert into attachments (id, sha256, agency_id, officer_id, name, size, created_at, changed_at)
    values (${ONE}, ${SHA}, '7001', 'o-1', 'foto.jpg', 9, now(), now())`);
  await database.rows(sql`insert into attachment_chunks values (${ONE}, 0, '\\x0102')`);
  await database.rows(sql`insert into timeline_entries
    (id, complaint_id, kind, at, revision, author_name, author_role, text, visibility)
    values ('e-1', 'lapor-1', 'follow_up', now(), 2, 'Rina', 'penghubung', 'x', 'public')`);
  const remove = () => database.breaks(sql`delete from attachments where id = ${ONE}`);
  await database.rows(sql`insert into entry_attachments values ('lapor-1', 'e-1', 0, ${ONE}, 'foto.jpg')`);
  expect(await remove()).toBe('entry_attachments_attachment_id_fkey');
  await database.rows(sql`delete from entry_attachments`);
  expect(await remove()).toBe('accepted');
  expect(await database.rows(sql`select * from attachment_chunks`)).toEqual([]);
});

test('the chunk that holds a byte, and the files of a page of complaints, are found by key', async () => {
  const database = await migratedDatabase();
  await database.rows(
    sql`alter table attachment_chunks drop constraint attachment_chunks_attachment_id_fkey`,
  );
  await database.rows(sql`insert into attachment_chunks
    select gen_random_uuid(), n % 50, '\\x01' from generate_series(1, 5000) n`);
  await database.rows(sql`alter table entry_attachments drop constraint entry_attachments_complaint_id_fkey,
    drop constraint entry_attachments_entry_id_fkey, drop constraint entry_attachments_attachment_id_fkey`);
  await database.rows(sql`insert into entry_attachments
    select n::text, n::text, 0, gen_random_uuid(), 'x' from generate_series(1, 5000) n`);
  await database.rows(sql`analyze attachment_chunks, entry_attachments`);
  const chunk = await database.rows(sql`explain (format json)
    select first_byte, bytes from attachment_chunks where attachment_id = ${ONE} and first_byte <= 7
    order by first_byte desc limit 1`);
  expect(JSON.stringify(chunk)).toContain('attachment_chunks_pkey');
  expect(JSON.stringify(chunk)).not.toContain('Sort');
  const files = await database.rows(sql`explain (format json)
    select * from entry_attachments where complaint_id = any('{1,2,3}')`);
  expect(JSON.stringify(files)).toContain('entry_attachments_pkey');
});
