import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listen } from './listen.ts';
import { type OfficeLine, startProxy } from './proxy.ts';

const server = createServer((_request, response) => {
  response.write('first ');
  setImmediate(() => response.end('second'));
});
let proxy: OfficeLine;
beforeEach(async () => {
  proxy = await startProxy(await listen(server));
});
afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('what passes is whole; a cut line passes nothing; a restored one all again', async () => {
  const ask = async () => (await fetch(proxy.address)).text();
  expect(await ask()).toBe('first second');
  proxy.cut();
  await expect(ask()).rejects.toThrow();
  proxy.restore();
  expect(await ask()).toBe('first second');
});

test('a line that points to another service carries the next connection there', async () => {
  const other = createServer((_request, response) => response.end('the other'));
  proxy.pointTo(await listen(other));
  // Those that stand are of the old way.
  proxy.cut();
  proxy.restore();
  expect(await (await fetch(proxy.address)).text()).toBe('the other');
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
});

test('a line that is to be cut after some bytes is cut after those, and not before', async () => {
  const send = (bytes: number) =>
    fetch(proxy.address, { method: 'POST', body: 'x'.repeat(bytes) }).then((answer) => answer.text());
  const cut = proxy.cutAfter(50_000);
  expect(await send(10_000)).toBe('first second');
  await expect(send(100_000)).rejects.toThrow();
  await cut;
  await expect(send(1)).rejects.toThrow();
});
