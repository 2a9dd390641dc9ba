import './postgres-setup.ts';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../../central/postgres/embedded.ts';

let server: Promise<EmbeddedPostgres> | undefined;

/**
 * An empty database of its own on the run's real PostgreSQL; it goes away with the server. @returns its URL
 */
export async function freshDatabase(): Promise<string> {
  // Nothing of a test must survive a power cut, and waiting for the disk is most of the time.
  server ??= openEmbeddedPostgres(inject('postgresFolder'), {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  });
  const url = new URL((await server).url);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** The whole database as it is now under another name; nobody may use it meanwhile. @returns its address */
export async function copyOf(databaseUrl: string): Promise<string> {
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  const client = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
  });
  await client.connect();
  await client.query(`create database ${name}_copy template ${name}`);
  await client.end();
  url.pathname = `/${name}_copy`;
  return url.href;
}
