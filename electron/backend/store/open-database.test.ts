import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/test-backend.ts';
import { type Durability, openDatabase } from './open-database.ts';

const KEY = randomBytes(32);

function open(path: string, key: Uint8Array = KEY, durability: Durability = 'journal') {
  const opened = openDatabase(path, key, durability);
  if (!opened.ok) throw new Error(opened.code);
  return opened.db;
}

test('nothing on the disk can be read without the key, the write-ahead log included', () => {
  const path = join(temporaryFolder(), 'a.db');
  const db = open(path);
  db.exec("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('jalan berlubang di depan pasar')");
  const bytes = Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]);
  db.close();
  expect(bytes.includes('berlubang')).toBe(false);
  expect(bytes.includes('SQLite format 3')).toBe(false);
  expect(open(path).prepare('SELECT a FROM t').get()).toEqual({ a: 'jalan berlubang di depan pasar' });
});

test('another key, or a file that is no database, is told by a code', () => {
  const folder = temporaryFolder();
  open(join(folder, 'a.db')).exec('CREATE TABLE t (a)').close();
  writeFileSync(
    join(folder, 'b.db'),
    'this was never a database, and it is longer than a header is'.repeat(100),
  );
  expect(openDatabase(join(folder, 'a.db'), randomBytes(32), 'cache')).toMatchObject({
    code: 'not_readable',
  });
  expect(openDatabase(join(folder, 'b.db'), KEY, 'cache')).toMatchObject({ code: 'not_readable' });
  expect(openDatabase(join(folder, 'missing', 'c.db'), KEY, 'cache')).toMatchObject({ code: 'no_access' });
});

test('the journal waits for the disk, the cache does not', () => {
  const folder = temporaryFolder();
  const synchronous = (durability: Durability) =>
    open(join(folder, durability), KEY, durability).pragma('synchronous', { simple: true });
  expect([synchronous('journal'), synchronous('cache')]).toEqual([2, 1]);
});
