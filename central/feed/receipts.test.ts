import { expect, test } from 'vitest';
import { centralClient, type TestCentral } from '../../test/support/central.ts';
import { moveReceipts } from '../store/commands.ts';
import { beginEpoch } from '../store/service-row.ts';
import { change, noteOf, numberOf, office, putBack, serve, withDb } from '../testing/histories.ts';

const LATER = () => new Date(Date.now() + 3_600_000);

test('receipts that an older copy of the database does not know are not given a second time', async () => {
  const { url, rina, togar } = await serve(undefined, office);
  const older = await putBack(url);
  const told = await serve(url, async ({ address }) => {
    const commands = Array.from({ length: 30 }, (_, n) => noteOf(n));
    return (await centralClient(address, rina).commands({ commands })).results.map(numberOf);
  });
  expect(Math.min(...told)).toBeGreaterThan(20_000);
  // A colleague works there before anybody notices.
  await serve(
    older,
    async ({ address }) => {
      const { results } = await centralClient(address, togar).commands({ commands: [noteOf(100)] });
      expect(numberOf(results[0])).toBeGreaterThan(Math.max(...told));
    },
    LATER,
  );
});

test.each<[string, (url: string) => Promise<unknown>]>([
  ['the administrator says so', (url) => withDb(url, (db) => beginEpoch(db, new Date()))],
  [
    'the database is another one than before',
    (url) => change(url, `update service set database_identity = '1'`),
  ],
])('a new history leaves a million receipts out, once: %s', async (_, begin) => {
  const { url, rina } = await serve(undefined, office);
  const send = (n: number) =>
    serve(url, async ({ address }) => {
      const { results } = await centralClient(address, rina).commands({ commands: [noteOf(n)] });
      return numberOf(results[0]);
    });
  const first = await send(1);
  await begin(url);
  const second = await send(2);
  expect(second).toBeGreaterThanOrEqual(first + 1_000_000);
  expect(await send(3)).toBe(second + 1);
});

test('a copy made after a new history began gives no receipt of that history a second time', async () => {
  const { url, rina, togar } = await serve(undefined, office);
  await withDb(url, (db) => beginEpoch(db, new Date()));
  const older = await putBack(url);
  const commands = Array.from({ length: 30 }, (_, n) => noteOf(n));
  const send = (token: string) => async (central: TestCentral) => {
    const { results } = await centralClient(central.address, token).commands({ commands });
    return results.map(numberOf);
  };
  const told = await serve(url, send(rina));
  expect(Math.min(...told)).toBeGreaterThan(1_000_000);
  const again = await serve(older, send(togar), LATER);
  expect(Math.min(...again)).toBeGreaterThan(Math.max(...told));
});

test('two histories that begin in the same minute out of the same copy have other receipts', async () => {
  const { url, rina } = await serve(undefined, office);
  const told: number[] = [];
  for (const copy of [await putBack(url), url]) {
    await withDb(copy, (db) => beginEpoch(db, new Date()));
    const commands = Array.from({ length: 5 }, (_, n) => noteOf(n));
    await serve(copy, async ({ address }) => {
      told.push(...(await centralClient(address, rina).commands({ commands })).results.map(numberOf));
    });
  }
  expect(new Set(told).size).toBe(10);
});

test('receipts are moved while others take them: none is given twice', async () => {
  await serve(undefined, async (central) => {
    const { rina } = await office(central);
    const client = centralClient(central.address, rina);
    const sending = Array.from({ length: 20 }, (_, n) => client.commands({ commands: [noteOf(n)] }));
    const moving = [1, 2, 3].map(() => moveReceipts(central.db, LATER()));
    const results = (await Promise.all(sending)).flatMap(({ results }) => results.map(numberOf));
    await Promise.all(moving);
    expect(new Set(results).size).toBe(20);
  });
});
