import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from '../../../build/base/paths.ts';
import { nodeBundle } from '../../../build/bundles.ts';
import { MAX_ANSWER_BYTES } from '../../../electron/backend/sync/http/http-answer.ts';
import type { Asking } from '../../support/electron/ask-central.ts';
import { listen } from '../../support/listen.ts';
import { test as base, expect } from './program.ts';

type Asker = {
  /** What the process makes of this answer. */
  readonly ask: (what: Asking['what'], listener: RequestListener, bytes?: number) => Promise<unknown>;
  /** Has it end what goes on. */
  readonly end: () => Promise<void>;
};

/** A process of Electron as the backend is one, which asks a server of the test. */
const test = base.extend<{ readonly asker: Asker }>({
  asker: async ({ program: { app } }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'penghubung-requests-'));
    chmodSync(folder, 0o755);
    await build(nodeBundle(folder, { ask: join(ROOT, 'test/support/electron/ask-central.ts') }));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const child = await app.evaluateHandle(
      ({ utilityProcess }, script) => utilityProcess.fork(script),
      join(folder, 'ask.js'),
    );
    let listener: RequestListener = () => {};
    const server = createServer((request, response) => listener(request, response));
    const address = await listen(server);
    const tell = (asking: Partial<Asking>) =>
      child.evaluate((asked, message) => asked.postMessage(message), { address, ...asking });
    await use({
      ask: async (what, next, bytes = 10) => {
        listener = next;
        const answer = child.evaluate((asked) => new Promise<unknown>((hear) => asked.once('message', hear)));
        await tell({ what, bytes });
        return answer;
      },
      end: () => tell({ what: 'end' }),
    });
    await child.evaluate((asked) => asked.kill());
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  },
});

type Headers = Readonly<Record<string, string>>;
const JSON_TYPE = { 'content-type': 'application/json' };
const MARK = { 'penghubung-contract': '1' };
const CENTRAL = { ...JSON_TYPE, ...MARK };
const PAGE = {
  epoch: 'e',
  cursor: 'c',
  more: false,
  serverTime: '2026-11-30T01:00:00.000Z',
  changes: [],
  digest: null,
  presence: [],
};

const says =
  (status: number, headers: Headers, body: string | Buffer = ''): RequestListener =>
  (request, response) => {
    request.resume();
    response.writeHead(status, headers).end(body);
  };
const failure = (code: string, retryAfterMs: number | null = null) => ({
  ok: false,
  failure: { code, retryAfterMs },
});

test('what answers is understood in the backend’s own process as anywhere: the central service, and strangers', async ({
  asker: { ask },
}) => {
  const zip = { ...CENTRAL, 'content-encoding': 'gzip' };
  const page = { ok: true, value: PAGE };
  expect(await ask('changes', says(200, zip, gzipSync(JSON.stringify(PAGE))))).toEqual(page);
  const cases: readonly (readonly [RequestListener, object])[] = [
    [says(401, { ...CENTRAL, 'www-authenticate': 'Basic realm="x"' }, '{}'), failure('unauthorized')],
    [says(429, { ...CENTRAL, 'retry-after': '90' }, '{}'), failure('rate_limited', 90_000)],
    [says(503, { ...CENTRAL, 'retry-after': '7' }, '{}'), failure('server_error', 7_000)],
    [says(200, { 'content-type': 'text/html' }, '<html>Masuk ke Wi-Fi'), failure('not_an_answer')],
    [says(200, JSON_TYPE, JSON.stringify(PAGE)), failure('not_an_answer')],
    [says(302, { location: '/elsewhere' }), failure('not_an_answer')],
    [says(401, { 'www-authenticate': 'Basic realm="x"' }, 'x'), failure('not_an_answer')],
    [says(502, { 'retry-after': '1' }, 'x'), failure('server_error')],
    // What no Response of the web can be, and headers in no writing of HTTP.
    [says(999, {}, 'x'), failure('cut')],
    [
      (request) => request.socket.end('HTTP/1.1 200 OK\r\nx-portal: Masuk ✓\r\n\r\n<html>'),
      failure('not_an_answer'),
    ],
    [(request) => request.socket.destroy(), failure('cut')],
  ];
  for (const [listener, expected] of cases) expect(await ask('changes', listener)).toEqual(expected);
  const moved = says(307, { location: '/elsewhere' });
  for (const what of ['has', 'append', 'chunk'] as const) {
    expect(await ask(what, moved)).toEqual(failure('not_an_answer'));
  }
});

test('nothing is kept from one request to the next, and files pass as they are', async ({
  asker: { ask },
}) => {
  const seen: IncomingMessage[] = [];
  const keeping: RequestListener = (request, response) => {
    seen.push(request);
    const headers = { ...CENTRAL, 'set-cookie': 'a=b; Path=/', 'cache-control': 'max-age=1000' };
    response.writeHead(200, headers).end(JSON.stringify(PAGE));
  };
  for (let n = 0; n < 2; n++) await ask('changes', keeping);
  expect(seen.map(({ headers }) => [headers.authorization, headers.cookie])).toEqual([
    ['Bearer token', undefined],
    ['Bearer token', undefined],
  ]);

  let received: Buffer | null = null;
  const taking: RequestListener = async (request, response) => {
    seen.push(request);
    received = await buffer(request);
    response.writeHead(204, { ...MARK, 'tus-resumable': '1.0.0', 'upload-offset': '1048576' }).end();
  };
  expect(await ask('append', taking, 1_048_576)).toEqual({ ok: true, value: 1_048_576 });
  expect(received).toEqual(Buffer.alloc(1_048_576, 'a'));
  expect(seen.at(-1)?.headers).toMatchObject({ 'content-length': '1048576', 'upload-offset': '0' });

  const range = { ...MARK, etag: '"a"', 'content-range': 'bytes 0-9/10' };
  const giving: RequestListener = (request, response) => {
    seen.push(request);
    response.writeHead(206, range).end('0123456789');
  };
  expect(await ask('chunk', giving)).toBe(10);
  expect(seen.at(-1)?.headers).toMatchObject({ range: 'bytes=0-9', 'accept-encoding': 'identity' });
});

test('a request ends where it stands: at the word of the backend, and when the answer is too long or nobody’s', async ({
  asker: { ask, end },
}) => {
  const closed = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const listener =
      (answer: RequestListener): RequestListener =>
      (request, response) => {
        response.once('close', resolve);
        answer(request, response);
      };
    return { over: promise, listener };
  };
  const aborted = failure('aborted');
  for (const answer of [
    () => void end(),
    (_request, response) => response.writeHead(200, CENTRAL).write('{"epoch":', () => void end()),
  ] satisfies readonly RequestListener[]) {
    const { over, listener } = closed();
    expect(await ask('changes', listener(answer))).toEqual(aborted);
    await over;
  }

  const { over, listener } = closed();
  const bomb = gzipSync(Buffer.alloc(MAX_ANSWER_BYTES + 1, ' '));
  // More is to come, and nobody waits for it.
  const endless: RequestListener = (_request, response) => {
    response.writeHead(200, { ...CENTRAL, 'content-encoding': 'gzip' }).write(bomb);
  };
  expect(await ask('changes', listener(endless))).toEqual(failure('too_long'));
  await over;

  const stranger = closed();
  const portal: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('<html>');
  };
  expect(await ask('changes', stranger.listener(portal))).toEqual(failure('not_an_answer'));
  await stranger.over;
});
