import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rememberedPort } from './ports.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-ports-'));
  file = join(dir, 'made/ports.json');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('each service keeps its port', async () => {
  const central = await rememberedPort(file, 'central');
  const host = await rememberedPort(file, 'desk');
  expect(central.free).toBe(true);
  expect(host.port).not.toBe(central.port);
  expect(await rememberedPort(file, 'central')).toEqual(central);
});

test('a port that somebody else has taken since is told from a free one', async () => {
  const { port } = await rememberedPort(file, 'central');
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  expect(await rememberedPort(file, 'central')).toEqual({ port, free: false });
  other.close();
});

test('a damaged note is begun anew', async () => {
  await rememberedPort(file, 'central');
  writeFileSync(file, '{"central":0');
  expect((await rememberedPort(file, 'central')).free).toBe(true);
});
