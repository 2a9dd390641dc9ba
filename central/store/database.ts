import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export type Database = {
  readonly db: Db;
  close(): Promise<void>;
};

const INT8 = 20;
const TIMESTAMPTZ = 1184;
const readInstant: (text: string) => unknown = pg.types.getTypeParser(TIMESTAMPTZ);

/** Stands for an instant that no calendar of ours has: PostgreSQL knows infinity and years beyond 275760. */
export const UNREADABLE = '';

function instantOf(text: string): string {
  const read = readInstant(text);
  return read instanceof Date && !Number.isNaN(read.getTime()) ? read.toISOString() : UNREADABLE;
}

/** What PostgreSQL says of an error by its five characters; empty: the error is not of a statement. */
export function sqlStateOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[0-9A-Z]{5}$/.test(code) ? code : '';
}

/** Numbers below 2^53 only are stored in bigint columns; instants travel as ISO strings. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === TIMESTAMPTZ) return instantOf;
    return pg.types.getTypeParser(oid, format);
  },
};

/**
 * A pool over PostgreSQL (15 or later).
 * @param onLost told when a connection breaks, idle or in use; the pool makes new ones by itself.
 * @param limits `lockTimeoutMs`: how long a statement waits for what another transaction holds, without end
 *   when absent; `connections`: how many at most
 */
export function openDatabase(
  url: string,
  onLost: (error: Error) => void = () => undefined,
  {
    lockTimeoutMs,
    connections = 10,
  }: { readonly lockTimeoutMs?: number; readonly connections?: number } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    ...(lockTimeoutMs === undefined ? {} : { lock_timeout: lockTimeoutMs }),
    types,
    application_name: 'penghubung',
    // A command line must be able to end; a service is kept alive by its socket.
    allowExitOnIdle: true,
  });
  // The pool hears only of its idle connections; an unheard error of one in use would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    // The keys inside of JSON are values.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, close: () => db.destroy() };
}
