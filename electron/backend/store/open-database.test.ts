import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/test-backend.ts';
import { type Durability, isDamage, openDatabase } from './open-database.ts';

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

/** Longer than a page, so that most of it stands on pages of its own. */
const TEXTS = Array.from({ length: 6 }, (_, n) => `${n}: ${'Regu memeriksa lokasi. '.repeat(900)}`);

/** Every text that can still be read in it. */
function readable(path: string, durability: Durability): readonly string[] {
  const opened = openDatabase(path, KEY, durability);
  if (!opened.ok) return [];
  const { db } = opened;
  const texts = TEXTS.flatMap((_, n) => {
    try {
      return db.prepare<[number], string>('SELECT text FROM t WHERE n = ?').pluck().all(n);
    } catch (error) {
      if (isDamage(error)) return [];
      throw error;
    }
  });
  db.close();
  return texts;
}

test.each(['journal', 'cache'] as const)(
  'in a %s that was cut off nothing is read that was never written, with its log and without',
  (durability) => {
    const path = join(temporaryFolder(), 'a.db');
    const db = open(path, KEY, durability);
    db.exec('CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT)');
    const insert = db.prepare('INSERT INTO t VALUES (?, ?)');
    for (const [n, text] of TEXTS.entries()) {
      // The last one is in the log alone.
      if (n === TEXTS.length - 1) db.pragma('wal_checkpoint(TRUNCATE)');
      insert.run(n, text);
    }
    const { size } = statSync(path);
    const folder = temporaryFolder();
    for (const withLog of [true, false])
      for (let left = size; left > 0; left -= 1_537) {
        const here = join(folder, `${withLog}-${left}.db`);
        copyFileSync(path, here);
        if (withLog) copyFileSync(`${path}-wal`, `${here}-wal`);
        truncateSync(here, left);
        const texts = readable(here, durability);
        expect(texts.filter((text) => !TEXTS.includes(text))).toEqual([]);
        if (left === size) expect(texts).toHaveLength(withLog ? TEXTS.length : TEXTS.length - 1);
      }
    db.close();
  },
);
