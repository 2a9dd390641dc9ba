import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HandOverPorts, handOver, installedKind } from './hand-over.ts';

let dir: string;
let done: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-hand-over-'));
  done = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

const ports = (other: Partial<HandOverPorts> = {}): HandOverPorts => ({
  appImage: undefined,
  restart: (file = '') => void done.push(`restart ${file}`),
  quit: () => void done.push('quit'),
  openPath: async (path) => {
    done.push(`open ${path}`);
    return '';
  },
  ...other,
});

test('the kind that is installed follows from the system', () => {
  expect(installedKind('win32', undefined)).toBe('exe');
  expect(installedKind('darwin', undefined)).toBe('dmg');
  expect(installedKind('linux', '/home/rina/penghubung.AppImage')).toBe('AppImage');
  expect(['deb', 'rpm']).toContain(installedKind('linux', undefined));
});

test('an AppImage takes the place of the one that runs, can be run, and is started again', async () => {
  const running = join(dir, 'penghubung.AppImage');
  const fresh = join(dir, 'fresh.AppImage');
  writeFileSync(running, 'old', { mode: 0o755 });
  writeFileSync(fresh, 'new', { mode: 0o600 });
  expect(await handOver(fresh, 'AppImage', ports({ appImage: running }))).toBe('installing');
  expect([readFileSync(running, 'utf8'), statSync(running).mode & 0o777]).toEqual(['new', 0o755]);
  expect(done).toEqual([`restart ${running}`]);
});

test('an AppImage that cannot take its place leaves the old one as it was, and nothing ends', async () => {
  const running = join(dir, 'penghubung.AppImage');
  mkdirSync(join(running, 'in-the-way'), { recursive: true });
  const fresh = join(dir, 'fresh.AppImage');
  writeFileSync(fresh, 'new');
  expect(await handOver(fresh, 'AppImage', ports({ appImage: running }))).toBe('hand_over_failed');
  expect([readdirSync(dir).toSorted(), done]).toEqual([['fresh.AppImage', 'penghubung.AppImage'], []]);
});

test.skipIf(process.platform === 'win32')(
  'a Windows installer is started apart, told that it updates, and then the program ends',
  async () => {
    const installer = join(dir, 'installer.exe');
    writeFileSync(
      installer,
      `#!/bin/sh\necho "$@" > "${dir}/told.new" && mv "${dir}/told.new" "${dir}/told"\n`,
    );
    chmodSync(installer, 0o700);
    expect(await handOver(installer, 'exe', ports())).toBe('installing');
    expect(done).toEqual(['quit']);
    await expect.poll(() => readdirSync(dir)).toContain('told');
    expect(readFileSync(join(dir, 'told'), 'utf8')).toBe('--updated --force-run\n');
  },
);

test('an installer that does not start ends nothing', async () => {
  expect(await handOver(join(dir, 'missing.exe'), 'exe', ports())).toBe('hand_over_failed');
  expect(done).toEqual([]);
});

test.each(['deb', 'rpm', 'dmg'] as const)(
  'a .%s is opened with the system’s installer, and the program stays',
  async (kind) => {
    expect(await handOver('/p', kind, ports())).toBe('opened');
    expect(await handOver('/p', kind, ports({ openPath: async () => 'no program' }))).toBe(
      'hand_over_failed',
    );
    expect(done).toEqual(['open /p']);
  },
);
