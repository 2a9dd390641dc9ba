import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChangesPage, FeedDigest } from '#shared/contract/central/central.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { markOf } from '../../electron/backend/store/cache/digest.ts';
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

/** As a PC counts what it holds. */
function digestOf(complaints: readonly Pick<Complaint, 'id' | 'revision'>[]): FeedDigest {
  const sum = complaints.reduce((total, { id, revision }) => total + markOf(id, revision), 0);
  return { complaints: complaints.length, sum: sum % 2 ** 32 };
}

/** What a PC holds that has read the whole feed, and the digest that came with the last page. */
async function read({ client }: TestOfficer) {
  const held = new Map<string, Complaint>();
  const digests: ChangesPage['digest'][] = [];
  for (let after = ''; ; ) {
    const page = await client.changes({ after, limit: 3 });
    for (const change of page.changes) {
      if (change.type === 'upsert') held.set(change.complaint.id, change.complaint);
    }
    digests.push(page.digest);
    after = page.cursor;
    if (!page.more) return { own: digestOf([...held.values()]), digests, after };
  }
}

test('the last page of a feed has the digest of the complaints that the feed brought; no page before has one', async () => {
  const { own, digests } = await read(rina);
  expect(own.complaints).toBe(4);
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
  expect([mine.own, theirs.own]).not.toEqual(before);
  expect(mine.digests.at(-1)).toEqual(mine.own);
  expect(theirs.digests.at(-1)).toEqual(theirs.own);
  expect(theirs.own).toEqual(digestOf([{ id, revision: 7 }]));
});
