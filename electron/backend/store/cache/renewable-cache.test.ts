import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { openCache } from './cache-store.ts';
import { renewableCache } from './renewable-cache.ts';

const KEY = new Uint8Array(32).fill(7);

function opened(path: string) {
  const cache = openCache(path, KEY);
  if (!cache.ok) throw new Error(cache.code);
  return renewableCache(cache.cache, path, KEY);
}

test('a cache that is made anew takes the place of the old one, and nothing stays beside it', () => {
  const path = join(temporaryFolder(), 'cache.db');
  const cache = opened(path);
  const { feed } = cache;
  cache.renew();
  expect(cache.feed).not.toBe(feed);
  expect(cache.feed().cursor).toBe('');
  expect([path, `${path}.new`].map((file) => existsSync(file))).toEqual([true, false]);
  cache.close();
});

test.runIf(process.platform === 'linux')('where no new cache can be made the old one stays in use', () => {
  const folder = temporaryFolder();
  const cache = opened(join(folder, 'cache.db'));
  rmSync(folder, { recursive: true });
  expect(cache.renew).toThrow('cannot be made');
  expect(cache.feed().cursor).toBe('');
  cache.close();
});
