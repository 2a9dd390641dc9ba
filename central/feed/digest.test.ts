import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChangesPage, FeedDigest } from '#shared/contract/central/central.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { publish } from '../store/feed.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };
let central: TestCentral;
let rina: TestOfficer;
let nurse: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral();
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  nurse = await central.enrol(B.name);
  for (let n = 0; n < 4; n++) await giveComplaint(central.db, { ...numbered(n), agency: A });
});
afterAll(() => central.close());

/** As a PC counts what it holds, by the marks of its items. */
function digestOf(marks: readonly number[]): FeedDigest {
  return { items: marks.length, sum: marks.reduce((total, mark) => total + mark, 0) % 2 ** 32 };
}

/** What a PC holds that has read the whole feed, and the digest that came with the last page. */
async function read({ client }: TestOfficer) {
  const held = new Map<string, number>();
  const digests: ChangesPage['digest'][] = [];
  for (let after = ''; ; ) {
    const page = await client.changes({ after, limit: 3 });
    for (const change of page.changes) {
      if (change.type === 'upsert') held.set(change.complaint.id, change.mark);
      if (change.type === 'reference') held.set(change.reference.name, change.mark);
    }
    digests.push(page.digest);
    after = page.cursor;
    if (!page.more) return { own: digestOf([...held.values()]), held, digests, after };
  }
}

test('the last page of a feed has the digest of all that the feed brought; no page before has one', async () => {
  const { own, digests } = await read(rina);
  // The complaints and the five kinds of reference data.
  expect(own.items).toBe(9);
  expect(digests.at(-1)).toEqual(own);
  expect(digests.slice(0, -1).every((digest) => digest === null)).toBe(true);
});

test('who has all of it gets the digest again', async () => {
  const { own, after } = await read(rina);
  for (let n = 0; n < 2; n++) expect((await rina.client.changes({ after })).digest).toEqual(own);
});

test('a change and a disposition to another agency change the digests of both', async () => {
  const before = [(await read(rina)).own, (await read(nurse)).own];
  const { id } = numbered(0);
  await central.db.transaction().execute(async (tx) => {
    const moved = { agencyId: B.id, revision: 7 };
    await tx.updateTable('complaints').set(moved).where('id', '=', id).execute();
    await publish(tx, [
      { agencyId: A.id, kind: 'removal', complaintId: id },
      { agencyId: B.id, kind: 'upsert', complaintId: id },
    ]);
  });
  const [mine, theirs] = [await read(rina), await read(nurse)];
  expect([mine.own.items, theirs.own.items]).toEqual([8, 6]);
  expect([mine.own, theirs.own]).not.toEqual(before);
  expect(mine.digests.at(-1)).toEqual(mine.own);
  expect(theirs.digests.at(-1)).toEqual(theirs.own);
});

test('an item that is written again has another mark, though it says the same', async () => {
  const { id } = numbered(1);
  const { held: before } = await read(rina);
  await central.db
    .transaction()
    .execute((tx) => publish(tx, [{ agencyId: A.id, kind: 'upsert', complaintId: id }]));
  const { held, own, digests } = await read(rina);
  expect(held.get(id)).not.toBe(before.get(id));
  expect(digests.at(-1)).toEqual(own);
  for (const [name, mark] of before) if (name !== id) expect(held.get(name)).toBe(mark);
});

test('a database that was put back under a running service, and came to the same number again, has another digest', async () => {
  const { own, digests } = await read(rina);
  const { id } = numbered(2);
  await sql`update feed_items set mark = mark % 1000000 + 1 where complaint_id = ${id}`.execute(central.db);
  // The place of the end is the same; its item is another one.
  await sql`update feed_items set mark = mark % 1000000 + 2
    where agency_id = ${A.id} and seq = (select seq from feeds where agency_id = ${A.id})`.execute(
    central.db,
  );
  const again = await read(rina);
  expect(digests.at(-1)).toEqual(own);
  expect(again.own).not.toEqual(own);
  expect(again.digests.at(-1)).toEqual(again.own);
});
