import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announce, findRunning } from './running.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-running-'));
  file = join(dir, 'running.json');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a run is found with the folder of its host, and gone when it has ended', async () => {
  expect(await findRunning(file)).toBeNull();
  const presence = await announce(file);
  expect(await findRunning(file)).toEqual({ dataDir: null });
  presence.setDataDir('/data/desk');
  expect(await findRunning(file)).toEqual({ dataDir: '/data/desk' });
  presence.end();
  expect(await findRunning(file)).toBeNull();
  expect(existsSync(file)).toBe(false);
});

test('the note of a run that was killed does not count, even where another program has its port now', async () => {
  const presence = await announce(file);
  const left = readFileSync(file, 'utf8');
  presence.end();
  writeFileSync(file, left);
  expect(await findRunning(file)).toBeNull();

  const other = createServer((socket) => socket.end('220 other')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  writeFileSync(
    file,
    JSON.stringify({ ...JSON.parse(left), port: typeof address === 'object' ? address?.port : 0 }),
  );
  expect(await findRunning(file)).toBeNull();
  other.close();
});
