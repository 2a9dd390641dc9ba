import { readdirSync, statSync, writeFileSync } from 'node:fs';
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

test('a damaged key is never replaced: what it locks would be lost', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'key'), 'short');
  expect(readOrCreateKey(folder)).toEqual({ ok: false, code: 'key_damaged' });
  expect(statSync(join(folder, 'key')).size).toBe(5);
});
