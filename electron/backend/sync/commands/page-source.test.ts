import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { httpConnector } from '../http/http-transport.ts';
import { FIRST_LIMIT, PAGE_LIMIT, pageSource } from './page-source.ts';

const page = (cursor: string, more: boolean) => ({
  epoch: 'e',
  cursor,
  more,
  serverTime: '2026-07-01T02:00:00.000Z',
  changes: [],
  digest: null,
  presence: [],
});

/** A central service in a thread of its own: it answers while the test holds its own thread. */
async function centralInThread(body: unknown) {
  const requests = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     require('node:http').createServer((request, response) => {
       Atomics.add(workerData.requests, 0, 1);
       Atomics.notify(workerData.requests, 0);
       response.setHeader('content-type', 'application/json');
       response.setHeader('penghubung-contract', '1');
       response.end(workerData.body);
     }).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });`,
    { eval: true, workerData: { requests, body: JSON.stringify(body) } },
  );
  onTestFinished(() => worker.terminate().then(() => undefined));
  const [port] = await once(worker, 'message');
  return { address: `http://127.0.0.1:${port}`, requests };
}

test('during a first load the request for the next page has left before the page is handed on to be written', async () => {
  const central = await centralInThread(page('1', true));
  const transport = httpConnector(Date.now).connect(central.address, 'token');
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const pages = pageSource(
    () => transport,
    () => nextTurn(),
    () => null,
  );
  // The first two pages make the connection; the third request uses it, as all after it do.
  await pages.next('', 0, ending.signal, true);
  await pages.next('1', 0, ending.signal, true);
  expect(Atomics.load(central.requests, 0)).toBeGreaterThanOrEqual(2);
  // This thread stands still, as while a page is written: what has not left yet cannot leave now.
  expect(Atomics.wait(central.requests, 0, 2, 60_000)).not.toBe('timed-out');
  expect(Atomics.load(central.requests, 0)).toBe(3);
});

test('outside a first load nothing is asked for ahead', async () => {
  const asked: string[] = [];
  const pages = pageSource(
    () => ({
      changes: async ({ after }) => {
        asked.push(after);
        return { ok: true, value: page('1', true) };
      },
    }),
    () => nextTurn(),
    () => null,
  );
  await pages.next('', 0, new AbortController().signal, false);
  expect(asked).toEqual(['']);
});

test('only the very first page is a short one', async () => {
  const asked: number[] = [];
  const pages = pageSource(
    () => ({
      changes: async ({ limit }) => {
        asked.push(limit);
        return { ok: true, value: page('1', false) };
      },
      commands: async () => ({ ok: true, value: [] }),
    }),
    () => nextTurn(),
    () => null,
  );
  const { signal } = new AbortController();
  await pages.next('', 0, signal, true);
  await pages.next('1', 0, signal, true);
  await pages.next('2', 0, signal, false);
  expect(asked).toEqual([FIRST_LIMIT, PAGE_LIMIT, PAGE_LIMIT]);
});

test('a page that is too long to be read is asked for in smaller parts, and what follows grows again', async () => {
  const asked: number[] = [];
  const pages = pageSource(
    () => ({
      changes: async ({ limit }) => {
        asked.push(limit);
        return limit > 1 && asked.length < 5
          ? { ok: false, failure: { code: 'too_long', retryAfterMs: null } }
          : { ok: true, value: page('2', false) };
      },
    }),
    () => nextTurn(),
    () => null,
  );
  const { signal } = new AbortController();
  for (let n = 0; n < 8; n++) await pages.next('1', 0, signal, false);
  expect(asked).toEqual([1000, 125, 15, 1, 8, 64, 512, 1000]);
});
