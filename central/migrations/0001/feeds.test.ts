import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migratedDatabase, withComplaint, withOfficer } from '../../../test/support/migration.ts';
import { digestOf } from '../../feed/digest.ts';

test('a complaint and a kind of reference data have one item per feed, and an item is one or the other', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await withComplaint(database);
  await database.rows(sql`insert into feeds values ('7001', 0)`);
  const item = (seq: number, kind: string, complaint: string | null, reference: string | null) =>
    database.breaks(sql`insert into feed_items values ('7001', ${seq}, ${kind}, ${complaint}, ${reference})`);
  expect(await item(1, 'upsert', 'lapor-1', null)).toBe('accepted');
  expect(await item(2, 'removal', 'lapor-1', null)).toBe('feed_items_newest');
  expect(await item(3, 'reference', null, 'rules')).toBe('accepted');
  expect(await item(4, 'reference', null, 'rules')).toBe('feed_items_newest');
  expect(await item(1, 'upsert', 'lapor-1', null)).toMatch(/^feed_items_(pkey|newest)$/);
  expect(await item(5, 'upsert', null, null)).toMatch(/^feed_items_check/);
  expect(await item(6, 'reference', 'lapor-1', 'rules')).toMatch(/^feed_items_check/);
});

test('the service has one row, and a page of a feed is read by its key', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  expect(await database.breaks(sql`insert into service (epoch, cursor_key) values ('f', '\\x01')`)).toBe(
    'service_pkey',
  );
  expect(await database.breaks(sql`insert into service values (false, 'f', '\\x01')`)).toBe(
    'service_only_row_check',
  );

  await database.rows(sql`insert into feeds values ('7001', 0)`);
  await database.rows(sql`alter table feed_items drop constraint feed_items_complaint_id_fkey`);
  await database.rows(
    sql`insert into feed_items select '7001', n, 'upsert', n::text, null from generate_series(1, 5000) n`,
  );
  await database.rows(sql`analyze feed_items`);
  const plan = await database.rows(
    sql`explain (format json) select * from feed_items where agency_id = '7001' and seq > 4000 order by seq limit 100`,
  );
  expect(JSON.stringify(plan)).toContain('feed_items_pkey');
  expect(JSON.stringify(plan)).not.toContain('Sort');
});

test('the digest of a feed is read without those of others, and the marks in it are of 32 bits and drawn by lot', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await database.rows(
    sql`alter table feed_items drop constraint feed_items_complaint_id_fkey, drop constraint feed_items_agency_id_fkey`,
  );
  await database.rows(
    sql`insert into feed_items
      select (7001 + n % 10)::text, n, 'upsert', n::text, null from generate_series(1, 50000) n`,
  );
  await database.rows(sql`vacuum analyze feed_items`);
  const plan = await database.rows(sql`explain (format json) ${digestOf('7001')}`);
  expect(JSON.stringify(plan)).toContain('"feed_items_pkey"');
  expect(
    await database.rows(sql`
      select bool_and(mark between 1 and 4294967295) as fit, count(distinct mark) > 49000 as differ,
        max(mark) - min(mark) > 4000000000 as wide
      from feed_items`),
  ).toEqual([{ fit: true, differ: true, wide: true }]);
});
