import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { openDatabase } from '../open-database.ts';
import { openJournal } from './journal-store.ts';

const KEY = randomBytes(32);

function open(path: string) {
  const opened = openJournal(path, KEY);
  if (!opened.ok) throw new Error(opened.code);
  return opened.journal;
}

/** A closed journal whose log fills many pages, one of which, far from what a start reads, is overwritten. */
function damaged(): { readonly path: string; readonly touch: () => void } {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  journal.write(() => {
    for (let n = 0; n < 500; n++) journal.log(0, { event: 'composed', detail: 'x'.repeat(300) });
  });
  journal.close();
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes.fill(7, bytes.length - 8 * 4096, bytes.length - 7 * 4096);
  writeFileSync(path, bytes);
  // As if the disk had done it: no program has touched the file.
  utimesSync(path, atime, mtime);
  writeFileSync(`${path}.clean`, `${statSync(path).size} ${statSync(path).mtimeMs}`);
  return { path, touch: () => utimesSync(path, 1, 1) };
}

test('the clean mark stands only while nobody has the journal', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  expect(existsSync(`${path}.clean`)).toBe(false);
  journal.close();
  expect(existsSync(`${path}.clean`)).toBe(true);
  open(path).close();
  expect(existsSync(`${path}.clean`)).toBe(true);
});

test('after an end in peace the journal is not read through', () => {
  expect(openJournal(damaged().path, KEY).ok).toBe(true);
});

test('after a crash the journal is read through, and damage anywhere in it is found', () => {
  const { path } = damaged();
  rmSync(`${path}.clean`);
  expect(openJournal(path, KEY)).toEqual({ ok: false, code: 'not_readable' });
});

test('a journal that was touched while it was closed is read through', () => {
  const { path, touch } = damaged();
  touch();
  expect(openJournal(path, KEY)).toEqual({ ok: false, code: 'not_readable' });
});

test('a whole journal opens after a crash, with everything that was committed', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'journal.db');
  const journal = open(path);
  journal.write(() => journal.settings.save({ language: 'en' }));
  const crashed = join(folder, 'crashed.db');
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, crashed + suffix);
  expect(open(crashed).settings.get().language).toBe('en');
});

test('a journal in which damage was seen is checked at the next start', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  journal.suspect();
  journal.close();
  expect(existsSync(`${path}.clean`)).toBe(false);
});

test('a start that has nothing to put right needs no room on the disk', () => {
  const path = join(temporaryFolder(), 'journal.db');
  open(path).close();
  const before = readFileSync(path);
  open(path);
  expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
  expect(readFileSync(path).equals(before)).toBe(true);
  const raw = openDatabase(path, KEY, 'journal');
  if (!raw.ok) throw new Error(raw.code);
  expect(raw.db.pragma('quick_check', { simple: true })).toBe('ok');
});
