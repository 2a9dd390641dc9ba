import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { takeLock } from '#shared/node/take-lock.ts';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { clearLeftover } from './leftover.ts';
import { databaseUser, type RunAs, run } from './run-as.ts';

export type EmbeddedPostgres = {
  /** For `pg`; loopback, with its password. */
  readonly url: string;
  /**
   * From now on a server that was killed is started again, at the same address. Settles when that cannot be
   * done, with the reason.
   */
  guard(): Promise<EmbeddedPostgresError>;
  /** Stops the server when nobody else of this machine uses it. Close every own connection before. */
  close(): Promise<void>;
};

/** PostgreSQL cannot be had or does not start; the message says why, for the log. */
export class EmbeddedPostgresError extends Error {}

const USER = 'penghubung';
const DATABASE = 'penghubung';
const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 100;
/** It can be killed while it starts, too: so many times in a row mean that it cannot be started. */
const STARTS_IN_VAIN = 10;

type Cluster = {
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly runAs: RunAs;
  readonly binaries: PostgresBinaries;
};

/**
 * A PostgreSQL server of our own in `folder`, on loopback and a free port. It is made on first use, started
 * when it does not run, and reused when it does: by another command, or left over from a killed service.
 * @param settings further lines of its configuration, by name; they count when this call starts it.
 * @throws EmbeddedPostgresError
 */
export async function openEmbeddedPostgres(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const root = resolve(folder);
  const binaries = findBinaries();
  if (binaries === null) throw new EmbeddedPostgresError('no PostgreSQL for this system in node_modules');
  const lock = join(root, 'postgres-lock');

  const { cluster, url, ...opened } = await withLock(lock, async () => {
    const cluster = await prepare(root, binaries);
    return { cluster, ...(await findOrStart(cluster, settings)) };
  });
  let { keeper, ended } = opened;
  let closing = false;
  let gaveUp = false;

  const startAgain = (): Promise<void> =>
    withLock(lock, async () => {
      if (!closing) ({ keeper, ended } = await findOrStart(cluster, settings, Number(new URL(url).port)));
    });
  const guard = async (): Promise<EmbeddedPostgresError> => {
    for (let failures = 0; ; ) {
      await ended;
      try {
        await startAgain();
        failures = 0;
      } catch (error) {
        failures++;
        gaveUp = failures === STARTS_IN_VAIN;
        if (gaveUp) return new EmbeddedPostgresError(String(error));
        await delay(LOOK_AGAIN_MS);
      }
      if (closing) return new Promise(() => {});
    }
  };
  const close = (): Promise<void> => {
    closing = true;
    return withLock(lock, async () => {
      const others = await signOff(keeper);
      await keeper.end().catch(() => undefined);
      if (others > 0) return;
      await stop(cluster).catch((error: unknown) => {
        // Why it was given up is said already.
        if (!gaveUp) throw error;
      });
    });
  };
  return { url, guard, close };
}

type Running = {
  readonly keeper: pg.Client;
  readonly url: string;
  /** Settles when the keeper's connection has ended, by itself or with the server. */
  readonly ended: Promise<void>;
};

/** The server of a folder; `port`: where it listens if it must be started, any free one when absent. */
async function findOrStart(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
  port?: number,
): Promise<Running> {
  const running = await findRunning(cluster);
  if (running !== null) return running;
  await start(cluster, { port: String(port ?? (await freePort())), ...settings });
  const started = await connectRunning(cluster);
  if (started === null) throw new EmbeddedPostgresError(`no connection after the start: ${tail(cluster)}`);
  return started;
}

/** Nobody else lists or reads what is in it; where root runs the database as somebody else, they may pass. */
function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined && process.getuid?.() === 0) chmodSync(folder, 0o711);
}

/** Runs `work` while no other process of this machine does so for the same lock file. */
async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  makeFolder(dirname(file));
  let release = takeLock(file);
  for (; release === null; release = takeLock(file)) await delay(LOOK_AGAIN_MS);
  try {
    return await work();
  } finally {
    release();
  }
}

/** Stops the server of a folder at once, whoever uses it. */
export async function stopEmbeddedPostgres(folder: string): Promise<void> {
  const root = resolve(folder);
  const binaries = findBinaries();
  if (binaries === null || !existsSync(join(root, 'postgres', 'postmaster.pid'))) return;
  const cluster = await prepare(root, binaries);
  await pgCtl(cluster, ['stop', '-w', '-m', 'immediate']);
}

async function prepare(root: string, binaries: PostgresBinaries): Promise<Cluster> {
  makeFolder(root);
  const data = join(root, 'postgres');
  const passwordFile = join(root, 'postgres-password');
  const runAs = databaseUser();
  if (existsSync(data)) {
    const password = readFileSync(passwordFile, 'utf8');
    return { data, log: join(data, 'server.log'), password, runAs, binaries };
  }

  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  // Made beside and renamed: a half-made one is never taken for a whole one.
  const unfinished = join(root, 'postgres.unfinished');
  const handed = join(root, 'postgres-password.handed');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(handed, password, { mode: 0o600 });
  if (runAs !== null) for (const path of [unfinished, handed]) chownSync(path, runAs.uid, runAs.gid);
  const { code, output } = await run(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${USER}`,
      `--pwfile=${handed}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    runAs,
    [join(unfinished, 'x')],
  );
  rmSync(handed, { force: true });
  if (code !== 0) throw new EmbeddedPostgresError(`initdb: ${output}`);
  const configuration = join(unfinished, 'postgresql.conf');
  writeFileSync(configuration, `${readFileSync(configuration, 'utf8')}\ninclude 'penghubung.conf'\n`);
  renameSync(unfinished, data);
  return { data, log: join(data, 'server.log'), password, runAs, binaries };
}

/**
 * PostgreSQL quotes in the message of an error the value that it did not take, in its detail the whole row,
 * and in a statement what is being written. None of it belongs into a log: the service has the error's code.
 */
const QUIET = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_min_duration_statement: '-1',
  log_statement: 'none',
  log_lock_waits: 'off',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
};
/** It holds no more than starts and ends, some hundred bytes each. */
const LOG_BYTES = 1024 * 1024;

async function start(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<void> {
  const own = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    ...QUIET,
    ...settings,
  };
  const lines = Object.entries(own).map(([name, value]) => `${name} = '${value}'\n`);
  const configuration = join(cluster.data, 'penghubung.conf');
  writeFileSync(configuration, lines.join(''), { mode: 0o600 });
  if (cluster.runAs !== null) chownSync(configuration, cluster.runAs.uid, cluster.runAs.gid);
  // The log before is kept once, and so there are never more than two of them.
  if (existsSync(cluster.log) && statSync(cluster.log).size > LOG_BYTES) {
    renameSync(cluster.log, `${cluster.log}.old`);
  }
  const result = await pgCtl(cluster, ['start', '-w', '-t', '60', '-l', cluster.log]);
  if (result.code !== 0) throw new EmbeddedPostgresError(`start: ${result.output} ${tail(cluster)}`);
}

async function stop(cluster: Cluster): Promise<void> {
  const result = await pgCtl(cluster, ['stop', '-w', '-m', 'fast']);
  // It may have died by itself: then there is nothing to stop.
  if (result.code !== 0 && existsSync(join(cluster.data, 'postmaster.pid'))) {
    throw new EmbeddedPostgresError(`stop: ${result.output}`);
  }
}

function pgCtl(cluster: Cluster, args: readonly string[]): ReturnType<typeof run> {
  return run(cluster.binaries.pgCtl, ['-D', cluster.data, ...args], cluster.runAs, [join(cluster.data, 'x')]);
}

/** The server that runs in the folder, if one does; one that is starting or ending is waited for. */
async function findRunning(cluster: Cluster): Promise<Running | null> {
  const giveUp = Date.now() + PATIENCE_MS;
  for (;;) {
    const running = await connectRunning(cluster);
    if (running !== null || !clearLeftover(cluster.data) || Date.now() > giveUp) return running;
    await delay(LOOK_AGAIN_MS);
  }
}

/** A connection to the server that the folder's pid file names; null when it is stale or absent. */
async function connectRunning(cluster: Cluster): Promise<Running | null> {
  const file = join(cluster.data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const port = readFileSync(file, 'utf8').split('\n')[3];
  const urlOf = (database: string): string =>
    `postgres://${USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
  const keeper = new pg.Client({ connectionString: urlOf('postgres'), application_name: 'keeper' });
  // A server that goes away is noticed by those who use it.
  keeper.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => keeper.once('end', resolve));
  try {
    await keeper.connect();
    await keeper.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
    const known = await keeper.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (known.rowCount === 0) await keeper.query(`create database ${DATABASE}`);
    return { keeper, ended, url: urlOf(DATABASE) };
  } catch {
    await keeper.end().catch(() => undefined);
    return null;
  }
}

/**
 * Each user of the server holds this lock, shared, and lets it go before it asks who is left: unlike a
 * connection, which lingers on the server for a while after its client ended it, a lock that was let go is
 * gone.
 */
const USERS_LOCK = 74_100;

/** Signs off as a user. @returns how many others there are; 0 when the server does not answer any more */
async function signOff(keeper: pg.Client): Promise<number> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [USERS_LOCK]);
    const answer = await keeper.query<{ others: number }>(
      "select count(*)::int as others from pg_locks where locktype = 'advisory' and objid = $1",
      [USERS_LOCK],
    );
    return answer.rows[0]?.others ?? 0;
  } catch {
    return 0;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await server[Symbol.asyncDispose]();
  return port;
}

function tail(cluster: Cluster): string {
  return existsSync(cluster.log) ? readFileSync(cluster.log, 'utf8').slice(-2000) : '';
}
