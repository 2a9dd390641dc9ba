import { once } from 'node:events';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { freshDatabase } from '../../test/support/postgres.ts';
import { type Carry, carryAtOnce, startProxy } from '../../test/support/proxy.ts';
import { FEED_CHANNEL } from '../store/feed.ts';
import { type FeedHub, type HubEvents, openFeedHub } from './hub.ts';
import type { FeedWatch } from './watches.ts';

const AGENCY = '4006';
let url: string;
let hub: FeedHub;
let sender: pg.Client;
const silent: HubEvents = { onLost: () => undefined, onBack: () => undefined, onRevoked: () => undefined };
const openHub = (): Promise<FeedHub> => openFeedHub(url, silent);
beforeAll(async () => {
  url = await freshDatabase();
  hub = await openHub();
  sender = new pg.Client({ connectionString: url });
  await sender.connect();
});
afterAll(async () => {
  await sender.end();
  await hub.close();
});

const subscribe = (): FeedWatch => hub.subscribe(AGENCY, 'o-1');
const news = (watch: FeedWatch, signal?: AbortSignal): Promise<boolean> => watch.news(MAX_WAIT_MS, signal);
/** News for everybody who listens to the agency; when it settles, all of them have been told. */
async function ring(): Promise<void> {
  const last = subscribe();
  await sender.query(`select pg_notify('${FEED_CHANNEL}', '${AGENCY}')`);
  await news(last);
  last.end();
}

test('news that comes while nobody waits is there at the next call, once', async () => {
  const watch = subscribe();
  await ring();
  await ring();
  expect(await news(watch)).toBe(true);

  let woken = false;
  const next = news(watch).finally(() => {
    woken = true;
  });
  // Old news would have been there at once.
  await new Promise(setImmediate);
  expect(woken).toBe(false);
  await ring();
  expect(await next).toBe(true);
  watch.end();
});

test('the end of the request is told to who waits and to who waits later', async () => {
  const watch = subscribe();
  const abort = new AbortController();
  const waiting = news(watch, abort.signal);
  abort.abort();
  expect(await waiting).toBe(false);
  expect(await news(watch, abort.signal)).toBe(false);
  watch.end();
});

test('the end of the service is told to who waits and to who waits later', async () => {
  const own = await openHub();
  const watch = own.subscribe(AGENCY, 'o-1');
  const waiting = news(watch);
  await own.close();
  expect(await waiting).toBe(false);
  expect(await news(watch)).toBe(false);
  expect(await news(own.subscribe(AGENCY, 'o-1'))).toBe(false);
});

/** A line to PostgreSQL: each connection is carried in the next of these ways, and well when none is left. */
async function lineToPostgres(ways: Carry[]) {
  const target = new URL(url);
  const line = await startProxy(`http://${target.host}`, (near, far) =>
    (ways.shift() ?? carryAtOnce)(near, far),
  );
  target.host = new URL(line.address).host;
  return { line, lineUrl: target.href };
}

test('a connection that broke is made anew, however often that fails and at whatever step', async () => {
  const halfMade: Promise<unknown>[] = [];
  const hangUp: Carry = (near) => near.destroy();
  const spoilListen: Carry = (near, far) => {
    near.on('data', (chunk) => far.write(chunk.toString('latin1').replace('listen', 'lissen'), 'latin1'));
    near.on('end', () => far.end());
    far.pipe(near);
    halfMade.push(once(near, 'close'));
  };
  const ways: Carry[] = [carryAtOnce, hangUp, hangUp, hangUp, spoilListen, spoilListen, hangUp];
  const { line, lineUrl } = await lineToPostgres(ways);
  const back = Promise.withResolvers<void>();
  const lost: string[] = [];
  const events = { ...silent, onLost: (error: unknown) => lost.push(String(error)), onBack: back.resolve };
  const own = await openFeedHub(lineUrl, events, 1);
  const waiting = own.subscribe(AGENCY, 'o-1');

  line.drop();
  // Who waited when it broke looks whether there is something to see.
  expect(await news(waiting)).toBe(true);
  await back.promise;
  expect(ways).toEqual([]);
  await Promise.all(halfMade);
  expect(lost.filter((message) => message.includes('lissen'))).toHaveLength(1);

  const later = own.subscribe(AGENCY, 'o-1');
  const heard = later.news(3_600_000, undefined);
  await ring();
  expect(await heard).toBe(true);
  await own.close();
  await line.close();
});

test('the service can end while PostgreSQL is away', async () => {
  const { line, lineUrl } = await lineToPostgres([]);
  const lost = Promise.withResolvers<unknown>();
  const own = await openFeedHub(lineUrl, { ...silent, onLost: lost.resolve }, 3_600_000);
  line.cut();
  await lost.promise;
  await own.close();
  expect(await news(own.subscribe(AGENCY, 'o-1'))).toBe(false);
  await line.close();
});
