import { expect, test } from 'vitest';
import { MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { complaintNo, MONDAY, RINA, TOGAR } from '../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';
import { createPresence } from './presence.ts';

const ID = complaintNo(1).id;
const OTHER = complaintNo(2).id;
const togarSees = (complaintId: string) => ({ officerId: TOGAR.id, name: TOGAR.name, complaintId });

async function ready(): Promise<TestBackend> {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
  await untilSynced(bench);
  return bench;
}
const viewing = (bench: TestBackend, complaintId: string | null) =>
  bench.client.presence.viewing({ complaintId });
const viewersOf = async (bench: TestBackend, id: string) => (await bench.client.case.get({ id }))?.viewers;
const viewersInQueue = async (bench: TestBackend) => {
  const { rows } = await bench.client.queue.page({ view: 'all', after: null, limit: 9 });
  return Object.fromEntries(rows.map(({ id, viewers }) => [id, viewers]));
};

test('the complaint that the officer stays with is told by a long poll begun anew', async () => {
  const bench = await ready();
  const polls = bench.central.asked.length;
  await viewing(bench, ID);
  bench.clock.advance(1_999);
  expect(bench.central.asked.length).toBe(polls);
  bench.clock.advance(1);
  await until(() => bench.central.asked.length === polls + 1);
  expect(bench.central.asked.at(-1)).toMatchObject({ wait: MAX_WAIT_MS, viewing: ID });
  await viewing(bench, null);
  bench.clock.advance(2_000);
  await until(() => bench.central.asked.at(-1)?.viewing === null);
});

test('browsing through a hundred complaints costs nothing, and coming back neither', async () => {
  const bench = await ready();
  await viewing(bench, ID);
  bench.clock.advance(2_000);
  await until(() => bench.central.asked.at(-1)?.viewing === ID);
  const polls = bench.central.asked.length;
  for (let n = 0; n < 100; n++) {
    await viewing(bench, `lapor-${n}`);
    bench.clock.advance(300);
  }
  await viewing(bench, ID);
  bench.clock.advance(60_000);
  await untilSynced(bench);
  expect(bench.central.asked.length).toBe(polls);
});

test('a window that is gone looks at nothing', async () => {
  const bench = await ready();
  const window = new AbortController();
  const events = await bench.client.events(undefined, { signal: window.signal });
  const next = events.next();
  await viewing(bench, ID);
  bench.clock.advance(2_000);
  await until(() => bench.central.asked.at(-1)?.viewing === ID);
  window.abort();
  await next.catch(() => {});
  await events.return?.(undefined);
  await until(() => {
    bench.clock.advance(2_000);
    return bench.central.asked.at(-1)?.viewing === null;
  });
});

test('a colleague is shown in list and case, and goes with the next answer', async () => {
  const bench = await ready();
  bench.central.presence = [togarSees(ID), { officerId: RINA.id, name: RINA.name, complaintId: ID }];
  bench.central.put(complaintNo(3));
  await until(async () => (await viewersOf(bench, ID))?.length === 1);
  expect(await viewersOf(bench, ID)).toEqual([TOGAR.name]);
  expect(await viewersInQueue(bench)).toMatchObject({ [ID]: [TOGAR.name], [OTHER]: [] });
  bench.central.presence = [togarSees(OTHER)];
  bench.central.put(complaintNo(4));
  await until(async () => (await viewersOf(bench, ID))?.length === 0);
  expect(await viewersOf(bench, OTHER)).toEqual([TOGAR.name]);
});

test('without a connection nobody is shown', async () => {
  const bench = await ready();
  bench.central.presence = [togarSees(ID)];
  bench.central.put(complaintNo(3));
  await until(async () => (await viewersOf(bench, ID))?.length === 1);
  bench.central.faults.changes.push({ code: 'unreachable' });
  await bench.client.sync.now();
  await until(async () => !(await bench.client.sync.status()).online);
  expect(await viewersOf(bench, ID)).toEqual([]);
});

test('what is 90 s old is forgotten, and only complaints with another answer are told', () => {
  const clock = manualClock(MONDAY);
  const told: (readonly string[])[] = [];
  const presence = createPresence({
    clock,
    officerId: () => RINA.id,
    moved: () => {},
    changed: (ids) => told.push(ids),
  });
  presence.take([togarSees('a')]);
  clock.advance(80_000);
  presence.take([togarSees('a'), togarSees('b')]);
  clock.advance(89_999);
  expect(presence.viewers('a')).toEqual([TOGAR.name]);
  clock.advance(1);
  expect(presence.viewers('a')).toEqual([]);
  expect(told).toEqual([['a'], ['b'], ['a', 'b']]);
  expect(clock.nextAlarm()).toBeNull();
});
