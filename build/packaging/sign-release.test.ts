import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOTE_FILE, readNote } from '#shared/node/release-note.ts';
import { ROOT } from '../base/paths.ts';
import { makeKey, signRelease } from './sign-release.ts';
import { readUpdateKeys } from './update-keys.ts';

let dir: string;
let keyFile: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-release-'));
  keyFile = join(dir, 'key.pem');
});
afterEach(() => rmSync(dir, { recursive: true }));

const signing = (pinned: readonly string[], passphrase?: string) => ({
  folder: dir,
  version: '0.2.0',
  share: 0.1,
  keyFile,
  passphrase,
  pinned,
  now: new Date('2026-11-30T08:00:00.000Z'),
});

test('the note names every package of the version, and nothing else of the folder', async () => {
  const pinned = [makeKey(keyFile, undefined)];
  for (const name of [
    'penghubung-0.2.0-linux-amd64.deb',
    'penghubung-0.2.0-win-arm64.exe',
    'penghubung-0.1.0-win-x64.exe',
    'penghubung-10.2.0-win-x64.exe',
    // A trial, around another Electron.
    'penghubung-0.2.0~electron33.2.1-linux-amd64.deb',
    'penghubung-0.2.0-win-x64.exe.blockmap',
    'builder-debug.yml',
  ]) {
    writeFileSync(join(dir, name), name);
  }
  await signRelease(signing(pinned));
  const read = readNote(readFileSync(join(dir, NOTE_FILE), 'utf8'), pinned);
  expect(read).toEqual({
    ok: true,
    release: {
      version: '0.2.0',
      date: '2026-11-30T08:00:00.000Z',
      share: 0.1,
      files: [
        {
          name: 'penghubung-0.2.0-linux-amd64.deb',
          kind: 'deb',
          arch: 'x64',
          size: 32,
          sha512: expect.any(String),
        },
        {
          name: 'penghubung-0.2.0-win-arm64.exe',
          kind: 'exe',
          arch: 'arm64',
          size: 30,
          sha512: expect.any(String),
        },
      ],
    },
  });
});

test('a key that no package pins signs nothing, and a folder without packages gets no note', async () => {
  const pinned = [makeKey(keyFile, undefined)];
  await expect(signRelease(signing([]))).rejects.toThrow('tidak ada di build/packaging/update-keys.json');
  await expect(signRelease(signing(pinned))).rejects.toThrow('tidak ada paket versi 0.2.0');
});

test('the private key is for its owner alone, is never overwritten and never lies among the sources', () => {
  makeKey(keyFile, undefined);
  const first = readFileSync(keyFile, 'utf8');
  if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o077).toBe(0);
  expect(() => makeKey(keyFile, undefined)).toThrow('EEXIST');
  expect(readFileSync(keyFile, 'utf8')).toBe(first);
  expect(() => makeKey(join(ROOT, 'build/key.pem'), undefined)).toThrow('kunci rahasia');
});

test('a key with a passphrase is of no use without it', async () => {
  const pinned = [makeKey(keyFile, 'kertas di brankas')];
  writeFileSync(join(dir, 'penghubung-0.2.0-win-x64.exe'), 'MZ');
  await expect(signRelease(signing(pinned))).rejects.toThrow('bukan kunci Ed25519');
  await expect(signRelease(signing(pinned, 'kertas di brankas'))).resolves.toHaveLength(1);
});

test('the keys that are pinned now can all be used', () => {
  expect(readUpdateKeys()).toEqual(expect.any(Array));
});

test('the command makes a key, and says how it is used when it is not understood', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['build/run.mjs', 'build/release.ts', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
  const made = run('key', keyFile);
  expect([made.status, made.stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/^[\w-]{43}$/)]);
  expect(run('sign', '--key', keyFile, '--folder', dir)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('tidak ada di build/packaging/update-keys.json'),
  });
  expect(run('sign', '--key', keyFile, '--share', '5').status).toBe(2);
});
