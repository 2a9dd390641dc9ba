/** What we use of the SQLite package: its own typings cannot be resolved, because `exports` hides them. */
declare module 'better-sqlite3' {
  type Value = string | number | bigint | Uint8Array | null;

  class SqliteError extends Error {
    constructor(message: string, code: string);
    readonly code: string;
  }

  interface Statement<Parameters extends unknown[], Row> {
    run(...parameters: Parameters): { changes: number; lastInsertRowid: number | bigint };
    get(...parameters: Parameters): Row | undefined;
    all(...parameters: Parameters): Row[];
    iterate(...parameters: Parameters): IterableIterator<Row>;
    /** Each row is its first column. */
    pluck(): this;
  }

  interface Transaction<Arguments extends unknown[], Result> {
    (...args: Arguments): Result;
    immediate(...args: Arguments): Result;
  }

  class Database {
    static readonly SqliteError: typeof SqliteError;
    /** The path with which it was opened. */
    readonly name: string;
    constructor(path: string, options?: { readonly?: boolean; fileMustExist?: boolean });
    prepare<Parameters extends unknown[] = Value[], Row = unknown>(sql: string): Statement<Parameters, Row>;
    transaction<Arguments extends unknown[], Result>(
      work: (...args: Arguments) => Result,
    ): Transaction<Arguments, Result>;
    exec(sql: string): this;
    pragma(source: string, options?: { simple?: boolean }): unknown;
    close(): this;
  }

  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default Database;
}
