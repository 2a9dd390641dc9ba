import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import {
  centralClient,
  startTestCentral,
  type TestCentral,
  type TestOfficer,
} from '../../test/support/central.ts';
import { createCode } from '../store/accounts.ts';
import { clearExpired } from '../store/retention.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };
const START = Date.parse('2026-02-20T03:00:00.000Z');
const [X, Y] = [numbered(1).id, numbered(2).id];
let clock = START;
let central: TestCentral;
let rina: TestOfficer;
let togar: TestOfficer;
let nurse: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral({ now: () => new Date(clock) });
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  togar = await central.enrol(A.name, 'pelaksana', 'Togar Hasibuan');
  nurse = await central.enrol(B.name, 'penghubung', 'dr. Tiur');
  for (const n of [1, 2]) await giveComplaint(central.db, numbered(n));
});
afterAll(() => central.close());
beforeEach(async () => {
  // Whoever was there is long gone.
  clock += 3_600_000;
  await clearExpired(central.db, new Date(clock));
  for (const officer of [rina, togar]) await look(officer);
});

/** A request that is answered at once. */
const look = async ({ client }: TestOfficer, viewing?: string) =>
  (await client.changes({ limit: 2000, ...(viewing === undefined ? {} : { viewing }) })).presence ?? [];
const cursorOf = async ({ client }: TestOfficer) => (await client.changes({ limit: 2000 })).cursor;
/** A request that is held until there is news: longer than a test may last. */
const hold = async ({ client }: TestOfficer, after: string, viewing?: string) => {
  const { changes, presence } = await client.changes({
    after,
    wait: MAX_WAIT_MS,
    ...(viewing === undefined ? {} : { viewing }),
  });
  return { changes: changes.length, presence };
};
const togarAt = (complaintId: string) => ({
  officerId: togar.officer.id,
  name: 'Togar Hasibuan',
  complaintId,
});
let complaints = 10;
async function news(agency = A): Promise<void> {
  complaints++;
  await giveComplaint(central.db, { ...numbered(complaints), agency });
}

describe('who has which complaint open', () => {
  test('who has which complaint open stands in every answer to the colleagues, not in the own one', async () => {
    expect(await look(togar, X)).toEqual([]);
    expect(await look(rina, X)).toEqual([togarAt(X)]);
    expect(await look(togar, X)).toEqual([expect.objectContaining({ name: 'Rina Sitepu', complaintId: X })]);
  });

  test('who has which complaint open is one complaint per device: the next one, or none, ends it at once', async () => {
    await look(togar, X);
    await look(togar, Y);
    expect(await look(rina)).toEqual([togarAt(Y)]);
    await look(togar);
    expect(await look(rina)).toEqual([]);
  });

  test('who has which complaint open ends 30 seconds after the last request that said so', async () => {
    await look(togar, X);
    clock += 29_999;
    expect(await look(rina)).toEqual([togarAt(X)]);
    clock += 1;
    expect(await look(rina)).toEqual([]);
  });

  test('who has which complaint open lasts as long as its request is held, and 30 seconds from when that breaks off', async () => {
    const begun = clock;
    const after = await cursorOf(togar);
    const abort = new AbortController();
    const held = togar.client
      .changes({ after, wait: 20_000, viewing: X }, { signal: abort.signal })
      .catch(() => null);
    while ((await look(rina)).length === 0);
    clock = begun + 20_000 + 29_999;
    expect(await look(rina)).toEqual([togarAt(X)]);

    clock = begun + 1_000;
    abort.abort();
    await held;
    const until = async (): Promise<string | undefined> =>
      (await central.db.selectFrom('presence').select('until').executeTakeFirst())?.until;
    while ((await until()) !== new Date(begun + 31_000).toISOString());
    clock = begun + 31_000;
    expect(await look(rina)).toEqual([]);
  });

  test('who has which complaint open is of the own agency only', async () => {
    expect(await look(nurse, X)).toEqual([]);
    expect(await look(rina)).toEqual([]);
    await look(togar, X);
    expect(await look(nurse)).toEqual([]);
    await look(togar, 'lapor-9');
    expect(await look(rina)).toEqual([]);
  });

  test('who has which complaint open of an officer with two PCs is said once, and not to themselves', async () => {
    const code = await createCode(
      central.db,
      { agency: A, role: 'pelaksana', name: null, officerId: togar.officer.id },
      new Date(clock),
    );
    const second = await centralClient(central.address).enrol({ code, name: '', device: 'PC kedua' });
    const other: TestOfficer = { ...togar, client: centralClient(central.address, second.token) };
    await look(togar, X);
    expect(await look(other, X)).toEqual([]);
    expect(await look(rina)).toEqual([togarAt(X)]);
    await look(other, Y);
    expect(await look(rina)).toEqual([togarAt(X), togarAt(Y)]);
  });

  test('who has which complaint open is cleared away when it is over', async () => {
    await look(togar, X);
    await clearExpired(central.db, new Date(clock + 31_000));
    expect(await central.db.selectFrom('presence').selectAll().execute()).toEqual([]);
  });
});

describe('a request that is held', () => {
  test('a request that is held is answered when a colleague opens a complaint, goes on to another, and closes it', async () => {
    const after = await cursorOf(rina);
    for (const [viewing, presence] of [
      [X, [togarAt(X)]],
      [Y, [togarAt(Y)]],
      [undefined, []],
    ] as const) {
      const held = hold(rina, after);
      await rina.client.me();
      await look(togar, viewing);
      expect(await held).toEqual({ changes: 0, presence });
    }
  });

  test('a request that is held is answered when the colleague is at another process of the service', async () => {
    const second = await startTestCentral({ databaseUrl: central.databaseUrl, now: () => new Date(clock) });
    const held = hold(rina, await cursorOf(rina));
    await rina.client.me();
    await look({ ...togar, client: centralClient(second.address, togar.token) }, X);
    expect(await held).toEqual({ changes: 0, presence: [togarAt(X)] });
    await second.close();
  });

  test('a request that is held is answered at once when it has not heard yet who is there', async () => {
    await look(togar, X);
    const fresh = await central.enrol(A.name, 'pimpinan', 'Kepala Dinas');
    const after = await cursorOf(rina);
    expect(await hold(fresh, after)).toEqual({ changes: 0, presence: [togarAt(X)] });
  });

  test('a request that is held ends when a colleague who was there is heard of no more', async () => {
    await look(togar, X);
    const after = await cursorOf(rina);
    clock += 29_000;
    expect(await look(rina)).toEqual([togarAt(X)]);
    const held = hold(rina, after);
    await rina.client.me();
    clock += 1_000;
    expect(await held).toEqual({ changes: 0, presence: [] });
  });

  test('a request that is held is not woken by the own complaint, by a colleague who goes on with the same one, or by another agency', async () => {
    await look(togar, X);
    const after = await cursorOf(rina);
    const held = hold(rina, after, Y);
    await rina.client.me();
    for (let i = 0; i < 3; i++) {
      clock += 1_000;
      await look(togar, X);
      await look(nurse, X);
    }
    await news(B);
    await news();
    // One of those would have answered it without the change.
    expect(await held).toEqual({ changes: 1, presence: [togarAt(X)] });
  });

  test('a request that is held goes on when the colleague was heard of again meanwhile', async () => {
    await look(togar, X);
    const after = await cursorOf(rina);
    // One more millisecond, and nothing was heard of the colleague; the request looks again after that.
    clock += 29_999;
    expect(await look(rina)).toEqual([togarAt(X)]);
    const held = hold(rina, after);
    await rina.client.me();
    await look(togar, X);
    clock += 1_000;
    await rina.client.me();
    await news();
    expect(await held).toEqual({ changes: 1, presence: [togarAt(X)] });
  });

  test('a request that is held in an office of one officer waits for complaints alone', async () => {
    const after = await cursorOf(nurse);
    const held = hold(nurse, after, numbered(5).id);
    await nurse.client.me();
    await news(B);
    expect(await held).toEqual({ changes: 1, presence: [] });
  });
});
