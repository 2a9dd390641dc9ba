import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { emptyDatabase, migratedDatabase, withComplaint, withOfficer } from '../../test/support/migration.ts';
import { MIGRATIONS, migrate } from './migrate.ts';

test('several processes that start at once bring the tables up to date once', async () => {
  const database = await emptyDatabase();
  await Promise.all(Array.from({ length: 5 }, () => database.migrate()));
  expect(await database.rows(sql`select count(*)::int as n from service`)).toEqual([{ n: 1 }]);
  const before = await database.rows(sql`select epoch from service`);
  await migrate(database.db);
  expect(await database.rows(sql`select epoch from service`)).toEqual(before);
  expect(await database.rows(sql`select name from reference_data order by name`)).toEqual([
    { name: 'agencies' },
    { name: 'colleagues' },
    { name: 'holidays' },
    { name: 'rules' },
    { name: 'templates' },
  ]);
});

test('an older program does not touch a newer database', async () => {
  const database = await emptyDatabase();
  await database.migrate();
  await database.rows(sql`insert into kysely_migration values ('9999-from-the-future', now()::text)`);
  await expect(database.migrate()).rejects.toThrow(/9999-from-the-future/);
});

/**
 * The worked example: what a second migration looks like. It would stand in a file of its own,
 * `0002-answered.ts`, with its test beside it: fill a database of the version before, migrate, look at what
 * was there and at what is new.
 */
async function answered(db: Kysely<unknown>): Promise<void> {
  await sql`alter table complaints add column answers integer not null default 0 check (answers >= 0)`.execute(
    db,
  );
  await sql`
    update complaints set answers = counted.times from (
      select complaint_id, count(*) as times from timeline_entries where kind = 'follow_up' group by complaint_id
    ) as counted where counted.complaint_id = complaints.id`.execute(db);
  // Whatever the feeds carry of it, every agency is told anew.
  await sql`
    with moved as (update feeds set seq = seq + 1 returning agency_id, seq)
    insert into feed_items (agency_id, seq, kind, reference)
    select agency_id, seq, 'reference', 'rules' from moved`.execute(db);
}

test('a later migration fills what is new from what a database holds, and every agency is told', async () => {
  const database = await migratedDatabase();
  await withOfficer(database);
  await withComplaint(database);
  await database.rows(sql`insert into feeds (agency_id, seq) values ('7001', 4)`);
  await database.rows(sql`
    insert into timeline_entries
      (id, complaint_id, kind, at, revision, author_name, author_role, text, visibility)
    select n::text, 'lapor-1', kind, now(), 2, 'Rina', 'penghubung', 'x', 'public'
    from unnest(array['follow_up', 'internal_note', 'follow_up']) with ordinality as given (kind, n)`);
  const { epoch } = (await database.rows(sql`select epoch from service`))[0] as { epoch: string };

  await database.migrate({ ...MIGRATIONS, '0002-answered': { up: answered } });

  expect(await database.rows(sql`select id, title, answers from complaints`)).toEqual([
    { id: 'lapor-1', title: 'x', answers: 2 },
  ]);
  expect(await database.breaks(sql`update complaints set answers = -1`)).toBe('complaints_answers_check');
  expect(await database.rows(sql`select seq, reference from feed_items`)).toEqual([
    { seq: 5, reference: 'rules' },
  ]);
  expect(await database.rows(sql`select epoch from service`)).toEqual([{ epoch }]);
  expect(await database.rows(sql`select name from kysely_migration order by name`)).toEqual([
    { name: '0001-first-version' },
    { name: '0002-answered' },
  ]);
});
