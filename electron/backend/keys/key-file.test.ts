import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/test-backend.ts';
import { readOrCreateKey } from './key-file.ts';

test('the first start makes a key that only the user can read; later starts read the same one', () => {
  const folder = temporaryFolder();
  const made = readOrCreateKey(folder);
  expect(made).toMatchObject({ ok: true, key: expect.objectContaining({ length: 32 }) });
  expect(readOrCreateKey(folder)).toEqual(made);
  expect(readdirSync(folder)).toEqual(['key']);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
});

test('a damaged key is never replaced, whichever bit it is: what it locks would be lost', () => {
  const folder = temporaryFolder();
  readOrCreateKey(folder);
  const path = join(folder, 'key');
  const whole = readFileSync(path);
  const broken = [...whole.keys()].map((at) => {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return bytes;
  });
  for (const bytes of [Buffer.from('short'), Buffer.alloc(0), whole.subarray(0, 32), ...broken]) {
    writeFileSync(path, bytes);
    expect(readOrCreateKey(folder)).toEqual({ ok: false, code: 'key_damaged' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  }
});

test.each(['journal.db', 'cache.db', 'journal.db.copy-2026-11-30', 'journal.db.damaged-20261130T010203004Z'])(
  'beside %s no key is made in the place of one that is gone',
  (name) => {
    const folder = temporaryFolder();
    readOrCreateKey(folder);
    rmSync(join(folder, 'key'));
    writeFileSync(join(folder, name), 'locked');
    expect(readOrCreateKey(folder)).toEqual({ ok: false, code: 'key_missing' });
    expect(readdirSync(folder)).toEqual([name]);
  },
);

test('a key that cannot be read is not taken for one that is gone', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'key'));
  expect(readOrCreateKey(folder)).toEqual({ ok: false, code: 'key_not_readable' });
});
