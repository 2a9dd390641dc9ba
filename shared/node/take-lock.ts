import Database from 'better-sqlite3';

/**
 * Takes the lock that `file` stands for. The file stays empty: what counts is SQLite's lock on it, which the
 * operating system drops with the process, however that ends.
 * @returns how to let it go; null: somebody else has it, in this process or another
 */
export function takeLock(file: string): (() => void) | null {
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => db.close();
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
}
