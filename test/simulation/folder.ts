import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../demo/random.ts';
import { readOrCreateKey } from '../../electron/backend/keys/key-file.ts';
import { CACHE_MIGRATIONS } from '../../electron/backend/store/cache/cache-store.ts';
import { JOURNAL_MIGRATIONS } from '../../electron/backend/store/journal/journal-store.ts';
import { type Migration, migrate } from '../../electron/backend/store/migrate.ts';
import { type Db, type Durability, openDatabase } from '../../electron/backend/store/open-database.ts';

/** While the app is closed something writes over its cache: all of it, or what comes after the first page. */
export function noiseOverCache(dataDir: string, whole: boolean, random: Random): void {
  const path = join(dataDir, 'cache.db');
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  for (let at = whole ? 0 : PAGE_BYTES; at < bytes.length; at++) bytes[at] = random.between(0, 255);
  writeFileSync(path, bytes);
}
const PAGE_BYTES = 4096;

/** As the version before this one left the folder: this start is the first one after an update. */
export function asOlderVersionLeft(dataDir: string): void {
  const cache = join(dataDir, 'cache.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(cache + suffix, { force: true });
  const old = opened(dataDir, 'cache.db', 'cache');
  migrate(old, CACHE_MIGRATIONS.slice(0, -1));
  old.close();
  if (JOURNAL_MIGRATIONS.length > 1) olderJournal(dataDir, JOURNAL_MIGRATIONS.slice(0, -1));
}

/**
 * Writes the journal anew in the older schema. One that holds what the older version could not have written (a row
 * or a value where it had no place, or two where it allowed one) is left as it is.
 */
function olderJournal(dataDir: string, migrations: readonly Migration[]): void {
  const path = join(dataDir, 'journal.db');
  const older = join(dataDir, 'older.db');
  const db = opened(dataDir, 'older.db', 'journal');
  try {
    migrate(db, migrations);
    db.prepare('ATTACH ? AS newer').run(path);
    if (!takesAll(db)) return;
    db.exec('DETACH newer');
  } finally {
    db.close();
  }
  for (const suffix of ['', '-wal', '-shm', '.clean']) rmSync(path + suffix, { force: true });
  writeFileSync(path, readFileSync(older));
  rmSync(older, { force: true });
}

/** Columns that the update fills by itself; others it fills with nothing, zero or `{}`. */
const MADE_ANEW: readonly string[] = ['seq', 'id'];

function takesAll(db: Db): boolean {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM newer.sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => name);
  try {
    for (const table of tables.filter((name) => !name.startsWith('sqlite_'))) {
      const shared = columnsOf(db, 'main', table);
      const any = db.prepare(`SELECT 1 FROM newer.${table} LIMIT 1`).get() !== undefined;
      if (shared.length === 0 && any) return false;
      const there = columnsOf(db, 'newer', table);
      const lost = there.filter((name) => !shared.includes(name) && !MADE_ANEW.includes(name));
      const used = lost.map((name) => `${name} NOT IN (0, '{}')`).join(' OR ');
      if (used !== '' && db.prepare(`SELECT 1 FROM newer.${table} WHERE ${used}`).get() !== undefined)
        return false;
      const names = shared.filter((name) => there.includes(name)).join(', ');
      if (any) db.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM newer.${table}`);
    }
    return true;
  } catch {
    return false;
  }
}

function columnsOf(db: Db, schema: 'main' | 'newer', table: string): readonly string[] {
  return db
    .prepare<[string, string], { name: string }>('SELECT name FROM pragma_table_info(?, ?)')
    .all(table, schema)
    .map(({ name }) => name);
}

/** A database of the app, opened beside it or while it is closed. */
export function opened(dataDir: string, name: string, durability: Durability): Db {
  const key = readOrCreateKey(dataDir);
  if (!key.ok) throw new Error(key.code);
  const result = openDatabase(join(dataDir, name), key.key, durability);
  if (!result.ok) throw new Error(result.detail);
  return result.db;
}
