import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { migrate } from '../../migrate.ts';
import { openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS, openCache } from '../cache-store.ts';

test('a cache that may have read past the templates of the office is pulled anew', () => {
  const [path, key] = [join(temporaryFolder(), 'cache.db'), randomBytes(32)];
  const before = openDatabase(path, key, 'cache');
  if (!before.ok) throw new Error(before.code);
  migrate(before.db, CACHE_MIGRATIONS.slice(0, 8));
  before.db.exec("UPDATE feed SET epoch = 'e', cursor = 'c', seq = 7");
  before.db.close();
  const opened = openCache(path, key);
  if (!opened.ok) throw new Error(opened.code);
  expect([opened.rebuilt, opened.cache.feed().cursor]).toEqual(['other_version', '']);
  opened.cache.close();
});
