import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { type Db, openDatabase } from '../open-database.ts';
import { copyOfDay, journalCopies } from './journal-copies.ts';

const KEY = randomBytes(32);

function journalIn(folder: string): { readonly db: Db; readonly path: string } {
  const path = join(folder, 'journal.db');
  const opened = openDatabase(path, KEY, 'journal');
  if (!opened.ok) throw new Error(opened.code);
  opened.db.exec("CREATE TABLE t (a); INSERT INTO t VALUES ('rahasia kantor')");
  return { db: opened.db, path };
}

const copiesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.includes('.copy-'))
    .sort();

test('the journal is copied once a day, the last two copies stay, and none can be read without the key', () => {
  const folder = temporaryFolder();
  const { db, path } = journalIn(folder);
  expect(
    ['2026-11-23', '2026-11-23', '2026-11-24', '2026-11-25'].map((day) => copyOfDay(db, path, day)),
  ).toEqual([true, false, true, true]);
  expect(copiesIn(folder)).toEqual(['journal.db.copy-2026-11-24', 'journal.db.copy-2026-11-25']);
  expect(readFileSync(`${path}.copy-2026-11-25`).includes('rahasia')).toBe(false);
  const copy = openDatabase(`${path}.copy-2026-11-25`, KEY, 'journal');
  expect(copy.ok && copy.db.prepare('SELECT a FROM t').get()).toEqual({ a: 'rahasia kantor' });
});

test('a copy dated ahead by a wrong clock never pushes out the true ones', () => {
  const folder = temporaryFolder();
  const { db, path } = journalIn(folder);
  for (const day of ['2031-01-01', '2026-11-24', '2026-11-25']) copyOfDay(db, path, day);
  expect(copiesIn(folder)).toEqual(['journal.db.copy-2026-11-24', 'journal.db.copy-2026-11-25']);
});

test('a copy from before a migration stays beside the daily ones', () => {
  const folder = temporaryFolder();
  const { db, path } = journalIn(folder);
  writeFileSync(`${path}.copy-v1`, '');
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) copyOfDay(db, path, day);
  expect(journalCopies(path)).toHaveLength(3);
});

test.skipIf(process.platform === 'win32')(
  'when the disk takes no more there is no half copy, and the older one is as before',
  () => {
    const folder = temporaryFolder();
    const { db, path } = journalIn(folder);
    copyOfDay(db, path, '2026-11-24');
    const before = readFileSync(`${path}.copy-2026-11-24`);
    db.exec('INSERT INTO t SELECT hex(randomblob(200000))');
    db.close();
    // The system refuses this process every byte after the first 100 KiB of a file, in the middle of the
    // copy.
    const script = `
      import { copyOfDay } from '${join(import.meta.dirname, 'journal-copies.ts')}';
      import { openDatabase } from '${join(import.meta.dirname, '../open-database.ts')}';
      const opened = openDatabase('${path}', Buffer.from('${KEY.toString('hex')}', 'hex'), 'journal');
      try { copyOfDay(opened.db, '${path}', '2026-11-25'); console.log('copied'); }
      catch (error) { console.log(error.code); }`;
    const run = (limit: string) =>
      execFileSync(
        'bash',
        ['-c', `ulimit -f ${limit}; exec "$0" --input-type=module -e "$1"`, process.execPath, script],
        {
          encoding: 'utf8',
        },
      ).trim();
    expect(run('100')).toMatch(/^SQLITE_(FULL|IOERR_WRITE)$/);
    expect(copiesIn(folder)).toEqual(['journal.db.copy-2026-11-24']);
    expect(readFileSync(`${path}.copy-2026-11-24`).equals(before)).toBe(true);
    expect(run('unlimited')).toBe('copied');
  },
);

test('what a crash left of a copy is not taken for one, and the day gets its copy', () => {
  const folder = temporaryFolder();
  const { db, path } = journalIn(folder);
  writeFileSync(`${path}.copy-2026-11-24.new`, 'the first pages');
  expect(journalCopies(path)).toEqual([]);
  expect(copyOfDay(db, path, '2026-11-24')).toBe(true);
  expect(copiesIn(folder)).toEqual(['journal.db.copy-2026-11-24']);
});
