import Database from 'better-sqlite3';

/** What SQLite throws when the disk has no room. */
export const fullDisk = (): Error => new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
