import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Day } from '#shared/domain/calendar/day.ts';
import { syncFile, syncFolder } from '../durable.ts';
import type { Db } from '../open-database.ts';

/** Daily copies that are kept. */
const KEPT = 2;
const DAILY = /\.copy-\d{4}-\d{2}-\d{2}$/;
const BEFORE_MIGRATION = /\.copy-v\d+$/;
const BEFORE_UPDATE = /\.copy-update$/;

/**
 * Puts a whole copy of the journal beside it, with the same key. `VACUUM INTO`, because SQLite's own backup
 * cannot read an encrypted file. Until everything is on the disk the copy has another name, so that a half
 * one is never taken for a copy.
 * @throws when the disk is full or the journal damaged; then older copies are as before.
 */
export function copyBeside(db: Db, path: string, suffix: Day | `v${number}` | 'update'): void {
  const copy = `${path}.copy-${suffix}`;
  const unfinished = `${copy}.new`;
  try {
    rmSync(unfinished, { force: true });
    db.prepare('VACUUM INTO ?').run(unfinished);
    syncFile(unfinished);
    renameSync(unfinished, copy);
    syncFolder(dirname(copy));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Makes the day's copy unless it is there; keeps it and the one before it. Answers whether it made one. */
export function copyOfDay(db: Db, path: string, day: Day): boolean {
  const today = `${path}.copy-${day}`;
  if (existsSync(today)) return false;
  copyBeside(db, path, day);
  const others = journalCopies(path).filter((copy) => DAILY.test(copy) && copy !== today);
  // A PC whose clock was once ahead has left copies "of tomorrow": those are the last to be kept.
  const byAge = others.toSorted((a, b) => Number(a < today) - Number(b < today) || (a < b ? -1 : 1));
  for (const copy of byAge.slice(0, -(KEPT - 1))) rmSync(copy, { force: true });
  return true;
}

/** Every whole copy beside the journal: of days, and from before migrations and updates. In no order. */
export function journalCopies(path: string): readonly string[] {
  const folder = dirname(path);
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}.copy-`))
    .filter((name) => [DAILY, BEFORE_MIGRATION, BEFORE_UPDATE].some((kind) => kind.test(name)))
    .map((name) => join(folder, name));
}
