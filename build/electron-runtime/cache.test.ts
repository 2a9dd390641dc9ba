import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolders, settle } from './cache.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-cache-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A runtime that one process has made. */
function made(name: string): string {
  mkdirSync(join(dir, name));
  writeFileSync(join(dir, name, 'electron'), name);
  return join(dir, name);
}

test('the administrator’s runtime is everybody’s; an ordinary user makes one of their own', () => {
  expect(cacheFolders({}, true)).toEqual(['/var/cache/penghubung']);
  expect(cacheFolders({ XDG_CACHE_HOME: '/home/u/cache' }, false)).toEqual([
    '/var/cache/penghubung',
    '/home/u/cache/penghubung',
  ]);
});

test('of two processes that make the same runtime at once the first one’s stays, whole', () => {
  const place = join(dir, 'place');
  settle(made('first'), place);
  settle(made('second'), place);
  expect(readFileSync(join(place, 'electron'), 'utf8')).toBe('first');
  expect(existsSync(join(place, 'second'))).toBe(false);
});

test('a runtime that cannot be put in its place is an error', () => {
  expect(() => settle(made('first'), join(dir, 'nowhere/place'))).toThrow('ENOENT');
});
