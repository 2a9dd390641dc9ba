import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listen } from '../support/listen.ts';
import { type SlowLink, slowLink } from './slow-proxy.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Answers with the same bytes backwards. */
const server = createServer(async (request, response) => {
  // A line that drops ends the request in the middle.
  const body = await buffer(request).catch(() => null);
  if (body !== null) response.end(body.reverse());
});
let link: SlowLink;
beforeEach(async () => {
  link = await slowLink(await listen(server), {
    bitsPerSecond: 30_000_000,
    roundTripMs: 4,
    loss: 0.2,
    seed: 1,
  });
});
afterEach(async () => {
  await link.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function there(body: Buffer): Promise<Buffer> {
  const response = await fetch(link.address, { method: 'POST', body: new Uint8Array(body) });
  return Buffer.from(await response.arrayBuffer());
}

test('what passes on several connections at once arrives byte by byte in order, however much gets lost', async () => {
  const bodies = [1, 1_400, 1_401, 60_000, 200_000].map((size) => randomBytes(size));
  const answers = await Promise.all(bodies.map(there));
  expect(answers.map(hashOf)).toEqual(bodies.map((body) => hashOf(Buffer.from(body).reverse())));
  const { up, down } = link.figures();
  const sent = bodies.reduce((sum, body) => sum + body.length, 0);
  expect(up.bytes).toBeGreaterThan(sent);
  expect(down.bytes).toBeGreaterThan(sent);
  expect(up.lost).toBeGreaterThan(0);
  // Each bit is paid for on the link, those of lost segments again.
  expect(up.onLinkMs).toBeGreaterThan(Math.round((up.bytes * 8_000) / 30_000_000));
});

test('a dropped line ends what was on it, and the next connection is a new one', async () => {
  const going = there(randomBytes(2_000_000));
  await new Promise((resolve) => setImmediate(resolve));
  while (link.figures().up.bytes === 0) await new Promise((resolve) => setImmediate(resolve));
  link.drop();
  await expect(going).rejects.toThrow();
  expect((await there(Buffer.from('abc'))).toString()).toBe('cba');
});
