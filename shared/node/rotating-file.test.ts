import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rotatingFile } from './rotating-file.ts';

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-log-'));
  path = join(dir, 'log/shell.log');
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a line stands in the file when the call returns, for its owner alone; without a line there is no file', () => {
  const { write } = rotatingFile(path);
  expect(existsSync(join(dir, 'log'))).toBe(false);
  write('satu\n');
  rotatingFile(path).write('dua\n');
  expect(readFileSync(path, 'utf8')).toBe('satu\ndua\n');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('however long it is written, two files hold the newest lines and no more bytes than they may', () => {
  const { write } = rotatingFile(path, 100);
  for (let n = 0; n < 1_000; n++) write(`baris ${n}\n`);
  expect(readdirSync(join(dir, 'log')).toSorted()).toEqual(['shell.log', 'shell.log.1']);
  const [newer, older] = [path, `${path}.1`].map((file) => readFileSync(file, 'utf8'));
  expect([newer?.length, older?.length].every((length) => (length ?? 999) <= 100)).toBe(true);
  const lines = `${older}${newer}`.trim().split('\n');
  expect(lines).toEqual(lines.map((_, n) => `baris ${1_000 - lines.length + n}`));
});

test.skipIf(!existsSync('/dev/full'))('a full disk loses lines and nothing else', () => {
  mkdirSync(join(dir, 'log'));
  symlinkSync('/dev/full', path);
  const { write } = rotatingFile(path);
  for (let n = 0; n < 3; n++) write('tidak muat\n');
});

test('where no folder can be made there is no log, and no error', () => {
  writeFileSync(join(dir, 'log'), 'a file where the folder would be');
  rotatingFile(path).write('tidak dibaca siapa pun\n');
  expect(readFileSync(join(dir, 'log'), 'utf8')).toBe('a file where the folder would be');
});
