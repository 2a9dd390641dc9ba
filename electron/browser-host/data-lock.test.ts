import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive, lockDataDir, readOwner } from './data-lock.ts';

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
    if (result.ok) result.lock.announce('http://127.0.0.1:4100/');
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
  expect(lockDataDir(dir)).toMatchObject({
    ok: false,
    owner: { pid: other.pid, address: 'http://127.0.0.1:4100/' },
  });
  other.kill('SIGKILL');
  await once(other, 'exit');
});

test('the lock of a killed process is taken over', async () => {
  const other = await otherHolder();
  other.kill('SIGKILL');
  await once(other, 'exit');

  const result = lockDataDir(dir);
  expect(result.ok).toBe(true);
  expect(readOwner(dir)).toMatchObject({ pid: process.pid, address: null });
  expect(readdirSync(dir)).toEqual(['host.lock']);
});

test('a lock file that was cut off by a power failure is taken over', () => {
  writeFileSync(join(dir, 'host.lock'), '{"pid":12');
  expect(lockDataDir(dir).ok).toBe(true);
});

test('a released folder is free again', () => {
  const first = lockDataDir(dir);
  expect(lockDataDir(dir).ok).toBe(false);
  if (first.ok) first.lock.release();
  expect(lockDataDir(dir).ok).toBe(true);
});

test.runIf(process.platform === 'linux')(
  'a process that got the id of the one that died is not taken for it',
  () => {
    const owner = { pid: process.ppid, started: '1', address: null };
    expect(isAlive(owner)).toBe(false);
  },
);

test.runIf(process.platform !== 'win32')('no other user of the PC can read the lock', () => {
  lockDataDir(dir);
  expect(statSync(join(dir, 'host.lock')).mode & 0o777).toBe(0o600);
});
