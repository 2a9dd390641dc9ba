import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { StorageProblem } from '#shared/contract/window/storage.ts';

/** The only file that knows the SQLite package. */
export type Db = InstanceType<typeof Database>;

/** `journal`: a committed transaction survives a power cut. `cache`: it can be pulled again. */
export type Durability = 'journal' | 'cache';

/** `not_readable`: another key, or the file is damaged; SQLite cannot tell the two apart. */
export type OpenFailure = 'not_readable' | 'no_access';
export type Opened =
  | { readonly ok: true; readonly db: Db }
  | { readonly ok: false; readonly code: OpenFailure; readonly detail: string };

/**
 * KiB of decrypted pages kept in memory for each database: without them every read would decrypt again. Twice
 * as much makes neither the first load nor the lists of a million complaints faster.
 */
const CACHE_KIB = 16_384;

/**
 * Bytes in a page of the cache: three complaints of the usual length fit into one, where a page of SQLite's
 * usual size holds one and stays half empty. For a database that is there already it changes nothing.
 */
const CACHE_PAGE = 8_192;
/**
 * Pages of the cache's log after which they go into the file (16 MiB): in a first load many pages are written
 * again and again, and each such step waits for the disk twice.
 */
const CACHE_CHECKPOINT = 2_000;

/**
 * Opens an encrypted database, or makes it.
 * @param key 32 raw bytes; a passphrase would cost a key derivation of 0.25 s at every start.
 */
export function openDatabase(path: string, key: Uint8Array, durability: Durability): Opened {
  return openBy(path, {}, (db) => {
    if (durability === 'cache') db.pragma(`page_size = ${CACHE_PAGE}`);
    setKey(db, key);
    db.pragma('busy_timeout = 5000');
    db.pragma('journal_mode = WAL');
    db.pragma(`synchronous = ${durability === 'journal' ? 'FULL' : 'NORMAL'}`);
    db.pragma(`cache_size = -${CACHE_KIB}`);
    if (durability === 'cache') db.pragma(`wal_autocheckpoint = ${CACHE_CHECKPOINT}`);
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('temp_store = MEMORY');
  });
}

/**
 * Opens an encrypted database only to read: neither it nor its log changes, whatever is found in them, also
 * not when it is closed.
 */
export function openToRead(path: string, key: Uint8Array): Opened {
  return openBy(path, { readonly: true, fileMustExist: true }, (db) => {
    setKey(db, key);
    db.pragma('temp_store = MEMORY');
  });
}

export function sqliteVersion(): string {
  const db = new Database(':memory:');
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  db.close();
  return version;
}

/** `prepare` gives the key; after it something must be readable. */
function openBy(path: string, options: Database.Options, prepare: (db: Db) => void): Opened {
  let db: Db | undefined;
  try {
    db = new Database(path, options);
    prepare(db);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (!isCutOff(db)) return { ok: true, db };
    db.close();
    return { ok: false, code: 'not_readable', detail: 'cut off' };
  } catch (error) {
    db?.close();
    return { ok: false, code: openFailureOf(error), detail: codeOf(error) };
  }
}

/**
 * Whether the file lacks the end of its last pages. SQLite takes what is missing for zeros and half a page as
 * it stands, and neither is proven to be authentic. Pages that the log has may be missing: once the log is
 * written into the file, all that was in neither is a page that cannot be read, as after any other damage.
 */
function isCutOff(db: Db): boolean {
  if (!isTooShort(db)) return false;
  if (db.readonly) return !existsSync(`${db.name}-wal`);
  let moved = false;
  const refused = ignoreStorageProblem(() => {
    const [done] = db.pragma('wal_checkpoint(FULL)') as readonly CheckpointResult[];
    moved = done !== undefined && done.log === done.checkpointed;
  });
  return refused === null && moved && isTooShort(db);
}
type CheckpointResult = { readonly log: number; readonly checkpointed: number };

function isTooShort(db: Db): boolean {
  const number = (name: string): number => Number(db.pragma(name, { simple: true }));
  return statSync(db.name).size < number('page_count') * number('page_size');
}

function setKey(db: Db, key: Uint8Array): void {
  db.pragma("cipher = 'aegis'");
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

/** SQLite's result code of an error, e.g. `SQLITE_FULL`; the error's name where it is not SQLite's. */
export function codeOf(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

/** Is the database file itself damaged, so that only another file helps? */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB');
}

/** Did the disk refuse to take what was written? Then nothing of the transaction is there. */
export function storageProblemOf(error: unknown): StorageProblem | null {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL') return 'storage_full';
  return REFUSED_BY_DISK.test(code) ? 'storage_read_only' : null;
}

const REFUSED_BY_DISK =
  /^SQLITE_(READONLY|PERM|CANTOPEN|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|LOCK|SHM(OPEN|SIZE|MAP)))/;

function openFailureOf(error: unknown): OpenFailure {
  return isDamage(error) ? 'not_readable' : 'no_access';
}

/** Every page of every table: is it there, authentic, and of the right form? Reads the whole file. */
export function isWhole(db: Db): boolean {
  try {
    const tables = db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all();
    return tables.every(({ name }) => db.pragma(`quick_check('${name}')`, { simple: true }) === 'ok');
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** Writes what can be left undone. Answers SQLite's code where the disk has no room or takes no change. */
export function ignoreStorageProblem(write: () => void): string | null {
  try {
    write();
    return null;
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    return codeOf(error);
  }
}
