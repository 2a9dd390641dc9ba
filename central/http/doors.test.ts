import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { steadyPort } from '../../build/start/ports.ts';
import { startTestCentral } from '../../test/support/central.ts';
import { freshDatabase } from '../../test/support/postgres.ts';
import { doorsOf } from './doors.ts';

const HOST = '127.0.0.1';
const OFFICES = 160;

let http: Server;
let port: number;
let doors: ReturnType<typeof doorsOf>;
const opened: Socket[] = [];
beforeEach(async () => {
  http = createServer((_, response) => response.end('welcome'));
  doors = doorsOf(http, 60_000);
  port = await steadyPort();
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  doors.close();
  http.closeAllConnections();
  if (http.listening) await http[Symbol.asyncDispose]();
});

const open = (at = port): Promise<string> =>
  doors.listen(HOST, at, async (place) => {
    await once(http.listen(place), 'listening');
    return `${HOST}:${place.port}`;
  });
/** Connects without a word. */
const come = (): Socket => {
  const socket = connect(port, HOST).on('error', () => undefined);
  opened.push(socket);
  return socket;
};

/** Ends when the loop of Node has turned, on its way through what has happened on the sockets. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test.runIf(process.platform === 'linux')('a turn of the loop takes many connections', async () => {
  await open();
  let taken = 0;
  http.on('connection', () => taken++);
  // The kernel connects them at once; they wait to be taken.
  for (let n = 0; n < OFFICES; n++) come();
  let turns = 0;
  while (taken < OFFICES) {
    await turn();
    if (taken > 0) turns++;
  }
  expect(turns).toBeLessThan(OFFICES / 2);
});

test('whoever comes is answered, many at once, through whichever door', async () => {
  await open();
  const answers = Array.from({ length: OFFICES }, async () => {
    const [response] = await once(get({ host: HOST, port, agent: false }), 'response');
    return String((await response.toArray()).join(''));
  });
  expect(await Promise.all(answers)).toEqual(Array.from({ length: OFFICES }, () => 'welcome'));
});

test('with its end there is nothing left at the port, and nobody on a line', async () => {
  await open();
  const connected = Array.from({ length: OFFICES }, come);
  await Promise.all(connected.map((socket) => once(socket, 'connect')));
  const ended = connected.map((socket) => new Promise((resolve) => socket.resume().once('close', resolve)));
  doors.close();
  http.closeAllConnections();
  await http[Symbol.asyncDispose]();
  await Promise.all(ended);
  const next = createTcpServer().listen(port, HOST);
  await once(next, 'listening');
  await next[Symbol.asyncDispose]();
});

test.each([
  ['another instance of the service', 'service'],
  ['a program that shares its port', true],
  ['a program that does not', false],
] as const)('a port that %s has is not shared with it', async (_, other) => {
  const databaseUrl = await freshDatabase();
  const stop = other === 'service' ? await startService(databaseUrl) : await startOther(other);
  await expect(startTestCentral({ databaseUrl, port })).rejects.toThrow(
    `listen EADDRINUSE: address already in use ${HOST}:${port}`,
  );
  await stop();
  await (await startService(databaseUrl))();
});

async function startService(databaseUrl: string): Promise<() => Promise<void>> {
  const central = await startTestCentral({ databaseUrl, port });
  const codes = Array.from(
    { length: OFFICES },
    async () => (await fetch(`${central.address}/v1/health`)).status,
  );
  expect(new Set(await Promise.all(codes))).toEqual(new Set([200]));
  return central.close;
}

async function startOther(reusePort: boolean): Promise<() => Promise<void>> {
  const server = createTcpServer().listen({ host: HOST, port, reusePort });
  await once(server, 'listening');
  return () => server[Symbol.asyncDispose]();
}
