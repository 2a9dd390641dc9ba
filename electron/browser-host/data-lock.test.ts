import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataDir } from './data-lock.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A real process that takes the lock and lives until it is killed. */
async function otherHolder() {
  const script = `
    const { lockDataDir } = await import(${JSON.stringify(join(import.meta.dirname, 'data-lock.ts'))});
    const result = lockDataDir(${JSON.stringify(dir)});
    if (result.ok) result.announce('http://127.0.0.1:4100/');
    console.log(result.ok);
    setInterval(() => {}, 1 << 30);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  expect(String(line).trim()).toBe('true');
  return child;
}

test('a second host of the same folder is told where the first one answers', async () => {
  const other = await otherHolder();
  expect(lockDataDir(dir)).toEqual({ ok: false, address: 'http://127.0.0.1:4100/' });
  other.kill('SIGKILL');
  await once(other, 'exit');
});

test('the lock of a killed process is taken over', async () => {
  const other = await otherHolder();
  other.kill('SIGKILL');
  await once(other, 'exit');

  const result = lockDataDir(dir);
  expect(result.ok).toBe(true);
  expect(lockDataDir(dir)).toEqual({ ok: false, address: null });
  expect(readdirSync(dir)).toEqual(['lock']);
});

test('an address that was cut off by a power failure does not hinder', () => {
  writeFileSync(join(dir, 'host-address'), 'http://127.');
  expect(lockDataDir(dir).ok).toBe(true);
  expect(lockDataDir(dir)).toEqual({ ok: false, address: null });
});

test('a released folder is free again', () => {
  const first = lockDataDir(dir);
  expect(lockDataDir(dir).ok).toBe(false);
  if (first.ok) first.release();
  expect(lockDataDir(dir).ok).toBe(true);
});

test.runIf(process.platform !== 'win32')('no other user of the PC can read the address', () => {
  const result = lockDataDir(dir);
  if (result.ok) result.announce('http://127.0.0.1:4100/#token=secret');
  expect(statSync(join(dir, 'host-address')).mode & 0o777).toBe(0o600);
});
