import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { eventIterator, oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import { type Credential, RELOAD_TICKET, RUN_TICKET } from '#shared/contract/process/admission.ts';
import { BACKEND_PROTOCOL, NOT_ADMITTED } from '#shared/contract/process/window-bridge.ts';
import { enter } from '../../renderer/core/transport/enter.ts';
import { asBrowsers, nodeCrypt, openSocket } from '../../test/support/backend-client.ts';
import { hostSecrets, newSecret } from './host-secrets.ts';
import { type HostServer, openHostServer } from './server.ts';
import { startCredential } from './start-address.ts';

const RUN_SECRET = newSecret();
const PROCESS_KEY = newSecret();
const RUN: Credential = { ticket: RUN_TICKET, secret: RUN_SECRET };

const contract = {
  double: oc.input(z.object({ n: z.number() })).output(z.number()),
  ticks: oc.output(eventIterator(z.number())),
};
const backend = implement(contract);
let ended: PromiseWithResolvers<void>;
const router = backend.router({
  double: backend.double.handler(({ input }) => input.n * 2),
  ticks: backend.ticks.handler(async function* ({ signal }) {
    signal?.addEventListener('abort', () => ended.resolve());
    yield 1;
    yield 2;
    await ended.promise;
  }),
});

let dir: string;
let server: HostServer;
beforeEach(async () => {
  ended = Promise.withResolvers();
  dir = mkdtempSync(join(tmpdir(), 'penghubung-host-'));
  mkdirSync(join(dir, 'window/assets'), { recursive: true });
  writeFileSync(join(dir, 'window/index.html'), '<!doctype html><title>Penghubung</title>');
  writeFileSync(join(dir, 'window/assets/main-1.js'), 'export {};');
  writeFileSync(join(dir, 'window/unlisted.js'), 'secret');
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  server = await openHostServer({
    router,
    secrets: hostSecrets(RUN_SECRET, PROCESS_KEY),
    port: 0,
    window: { dir: join(dir, 'window'), names: ['index.html', 'assets/main-1.js'] },
  });
});
afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Sends the bytes as they are: no client library tidies up the path or the Host header. */
async function raw(request: string): Promise<string> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  socket.end(request.replaceAll('\n', '\r\n'));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
const get = (path: string, host = new URL(server.origin).host, method = 'GET') =>
  raw(`${method} ${path} HTTP/1.1\nHost: ${host}\nConnection: close\n\n`);
const statusOf = (answer: string) => Number(answer.split(' ')[1]);

type Handshake = {
  readonly path?: string;
  readonly protocols?: string[];
  readonly headers?: Record<string, string>;
};
const open = ({ path = '/backend', protocols = [BACKEND_PROTOCOL], headers = {} }: Handshake = {}) =>
  new WebSocket(`${server.origin.replace('http', 'ws')}${path}`, protocols, {
    headers: { Origin: server.origin, ...headers },
  });

async function handshakeStatus(handshake: Handshake): Promise<number | undefined> {
  const socket = open(handshake);
  const [first] = await Promise.race([
    once(socket, 'unexpected-response').then(([, response]) => [response.statusCode]),
    once(socket, 'open').then(() => [101]),
  ]);
  socket.on('error', () => {});
  socket.terminate();
  return first;
}

const ownHost = () => new URL(server.origin).host;

/** What becomes of one who comes with this credential. */
async function come(credential: Credential, { host = ownHost(), origin = server.origin } = {}) {
  const socket = openSocket(origin);
  const admission = await enter(asBrowsers(socket), host, credential, nodeCrypt);
  return { socket, admission };
}

test('the page comes with a policy that lets it run its own files only', async () => {
  const response = await fetch(`${server.origin}/`);
  expect(await response.text()).toContain('<title>Penghubung</title>');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; script-src 'self'; .*connect-src 'self'$/,
    ),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test('a listed file is served, with a query or asked for by HEAD too', async () => {
  expect(await (await fetch(`${server.origin}/assets/main-1.js?x`)).text()).toBe('export {};');
  const head = await fetch(`${server.origin}/assets/main-1.js`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
});

test.each([
  '/unlisted.js',
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..\\..\\secret.txt',
  '/backend',
  'http://127.0.0.1/index.html',
  '*',
])('%s is not served, as it is no file of the page', async (path) => {
  const answer = await get(path);
  expect(statusOf(answer)).toBe(404);
  expect(answer).not.toContain('secret');
});

test.each(['evil.example', 'localhost', '127.0.0.1:1', '[::1]'])(
  'a request to the name %s is refused: it comes from a page of another site',
  async (host) => {
    expect(statusOf(await get('/', host))).toBe(421);
  },
);

test('nothing can be written by plain HTTP', async () => {
  expect(statusOf(await get('/', undefined, 'POST'))).toBe(405);
});

test('the backend answers a page that has proven itself', async () => {
  const { socket } = await come(RUN);
  const client = createORPCClient<{ double: (input: { n: number }) => Promise<number> }>(
    new RPCLink({ websocket: asBrowsers(socket) }),
  );
  expect(await client.double({ n: 21 })).toBe(42);
  expect(socket.protocol).toBe('penghubung.backend.1');
  socket.close();
  await once(socket, 'close');
});

test.each<[string, string | Buffer]>([
  ['is no JSON', 'rahasia'],
  ['asks for nothing', '{"i":"1"}'],
  ['names no place', '{"i":"1","p":{"u":"http://[rahasia"}}'],
  [
    'announces a form that does not come',
    '{"i":"1","p":{"u":"/double","h":{"content-type":"multipart/form-data; boundary=x"}}}',
  ],
  ['is bytes', Buffer.from([1, 255, 2])],
])('a page whose message %s loses its socket, and it is written nowhere', async (_what, message) => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { socket } = await come(RUN);
  socket.send(message);
  await once(socket, 'close');
  expect(written).not.toHaveBeenCalled();
  const { socket: other } = await come(RUN);
  const client = createORPCClient<{ double: (input: { n: number }) => Promise<number> }>(
    new RPCLink({ websocket: asBrowsers(other) }),
  );
  expect(await client.double({ n: 21 })).toBe(42);
  other.terminate();
  written.mockRestore();
});

test('a subscription ends when its page goes away', async () => {
  const { socket } = await come(RUN);
  const client = createORPCClient<{ ticks: () => Promise<AsyncIterable<number>> }>(
    new RPCLink({ websocket: asBrowsers(socket) }),
  );
  const ticks = (await client.ticks())[Symbol.asyncIterator]();
  expect([await ticks.next(), await ticks.next()]).toMatchObject([{ value: 1 }, { value: 2 }]);
  socket.terminate();
  await ended.promise;
});

test('a start secret lets one window in, which then knows the secrets of the next times', async () => {
  const start = startCredential(PROCESS_KEY, Date.now());
  const { admission } = await come(start);
  if (typeof admission === 'string') throw new Error(admission);
  expect(admission.run).toBe(RUN_SECRET);
  expect((await come(start)).admission).toBe('unproven');
  const next = { ticket: RELOAD_TICKET, secret: admission.reload };
  expect((await come(next)).admission).toEqual(admission);
});

test.each<[string, () => Credential]>([
  ['a secret that was guessed', () => ({ ...RUN, secret: newSecret() })],
  ['a start secret that is older than a minute', () => startCredential(PROCESS_KEY, Date.now() - 60_001)],
  ['a start secret of another process', () => startCredential(newSecret(), Date.now())],
  ['a ticket that does not exist', () => ({ ticket: 'constructor', secret: RUN_SECRET })],
])('%s is not let in', async (_what, credential) => {
  const { socket, admission } = await come(credential());
  expect(admission).toBe('unproven');
  socket.terminate();
});

test.each<[string, readonly [string | Buffer, string?]]>([
  ['calls before it has proven itself', ['{"i":"1","p":{"u":"/double","b":{"json":{"n":1}}}}']],
  ['sends bytes', [Buffer.from('{"ticket":"run","nonce":"x"}')]],
  ['greets and proves nothing', ['{"ticket":"run","nonce":"x"}', '{"proof":"x"}']],
])('whoever %s is told nothing and loses the socket', async (_what, messages) => {
  const socket = open();
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  await once(socket, 'open');
  const closed = once(socket, 'close');
  const [first, second] = messages;
  if (second !== undefined) socket.once('message', () => socket.send(second));
  socket.send(first);
  expect((await closed)[0]).toBe(NOT_ADMITTED);
  expect(heard.join()).not.toContain(RUN_SECRET);
});

test('a socket that says nothing is ended after a while', async () => {
  await server.close();
  const window = { dir, names: [] };
  const secrets = hostSecrets(RUN_SECRET, PROCESS_KEY);
  server = await openHostServer({ router, secrets, port: 0, window, patienceMs: 20 });
  await once(open(), 'close');
});

test('a page says nothing of use to one who took the port, and is not deceived by one who asks the host', async () => {
  const heard: string[] = [];
  const stranger = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(stranger, 'listening');
  const address = stranger.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  stranger.on('connection', (page) => {
    // It hands everything on to the real host, as if it were the page, and back.
    const onward = openSocket(server.origin);
    page.on('message', (data) => {
      heard.push(String(data));
      if (onward.readyState === WebSocket.OPEN) onward.send(String(data));
      else onward.once('open', () => onward.send(String(data)));
    });
    onward.on('message', (data) => page.send(String(data)));
    onward.on('close', () => page.close());
  });

  const { admission, socket } = await come(RUN, { host, origin: `http://${host}` });
  expect(admission).toBe('unproven');
  expect(heard.map((text) => Object.keys(JSON.parse(text)))).toEqual([['ticket', 'nonce']]);
  expect(heard.join()).not.toContain(RUN_SECRET);
  socket.terminate();
  for (const client of stranger.clients) client.terminate();
  stranger.close();
});

test.each<[string, Handshake, number]>([
  ['of another origin', { headers: { Origin: 'https://evil.example' } }, 403],
  ['under another name of this PC', { headers: { Host: 'evil.example' } }, 421],
  ['on another path', { path: '/other' }, 404],
])('a socket %s is refused at the handshake', async (_what, handshake, status) => {
  expect(await handshakeStatus(handshake)).toBe(status);
});

test('a message beyond all measure ends its own socket, not the host', async () => {
  const loud = open();
  await once(loud, 'open');
  loud.on('error', () => {});
  loud.send(Buffer.alloc(2 * 1024 * 1024));
  await once(loud, 'close');
  expect((await fetch(server.origin)).status).toBe(200);
});

// Elsewhere a system has no second loopback address to try.
test.runIf(process.platform === 'linux')(
  'it cannot be reached through any other address of the PC',
  async () => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.2');
    const [error] = await once(socket, 'error');
    expect(error.code).toBe('ECONNREFUSED');
  },
);
