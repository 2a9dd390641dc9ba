import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptToken } from './token.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-token-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a folder keeps its token, and no two folders share one', () => {
  const token = keptToken(dir);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(keptToken(dir)).toBe(token);
  expect(keptToken(join(dir, 'other'))).not.toBe(token);
});

test('a damaged token file is replaced', () => {
  writeFileSync(join(dir, 'browser-token'), 'x');
  expect(keptToken(dir)).toMatch(/^[\w-]{43}$/);
});

test.runIf(process.platform !== 'win32')('no other user of the PC can read the token', () => {
  keptToken(dir);
  expect(statSync(join(dir, 'browser-token')).mode & 0o777).toBe(0o600);
});
