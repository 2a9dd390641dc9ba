import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { freshDatabase } from '../../test/support/postgres.ts';
import { FEED_CHANNEL } from '../store/feed.ts';
import { type FeedHub, openFeedHub } from './hub.ts';
import type { FeedWatch } from './watches.ts';

const AGENCY = '4006';
let url: string;
let hub: FeedHub;
let sender: pg.Client;
const openHub = (): Promise<FeedHub> =>
  openFeedHub(url, { onLost: () => undefined, onBack: () => undefined, onRevoked: () => undefined });
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
