import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listen } from '../../test/support/listen.ts';
import { limitConnections } from './connections.ts';

let server: Server;
let port: number;
const proxies = new Set<string>();
const opened: Socket[] = [];
beforeEach(async () => {
  proxies.clear();
  server = createServer((socket) => socket.write('welcome'));
  server.prependListener(
    'connection',
    limitConnections(2, (address) => proxies.has(address)),
  );
  port = Number(new URL(await listen(server)).port);
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  await server[Symbol.asyncDispose]();
});

/** @returns the connection; null when it was hung up on */
async function come(): Promise<Socket | null> {
  const socket = connect(port, '127.0.0.1');
  opened.push(socket);
  socket.on('error', () => undefined);
  return Promise.race([once(socket, 'data').then(() => socket), once(socket, 'close').then(() => null)]);
}

test('an address has so many connections at once, and one that ends makes room', async () => {
  const [first, second] = [await come(), await come()];
  expect([first, second]).not.toContain(null);
  expect(await come()).toBeNull();
  first?.destroy();
  await expect.poll(come).not.toBeNull();
});

test('a reverse proxy has the connections of everybody', async () => {
  proxies.add('127.0.0.1');
  expect(await Promise.all(Array.from({ length: 10 }, come))).not.toContain(null);
});
