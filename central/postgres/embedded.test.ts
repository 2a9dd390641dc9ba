import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmbeddedPostgres, stopEmbeddedPostgres } from './embedded.ts';

let folder: string;
beforeEach(() => {
  // Private to its owner, as a clone in a temporary folder is: root's database user cannot simply enter.
  folder = mkdtempSync(join(tmpdir(), 'penghubung-embedded-'));
});
afterEach(async () => {
  await stopEmbeddedPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
});

const pidFile = (): string => join(folder, 'postgres', 'postmaster.pid');
const serverPid = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows;
}

test('the embedded server is made on first use, shared by whoever comes, and stopped by the last who leaves', async () => {
  const first = await openEmbeddedPostgres(folder);
  await ask(first.url, 'create table kept as select 7 as n');
  const second = await openEmbeddedPostgres(folder);
  expect(second.url).toBe(first.url);
  await first.close();
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  await second.close();
  expect(existsSync(pidFile())).toBe(false);

  const third = await openEmbeddedPostgres(folder);
  expect(await ask(third.url, 'select n from kept')).toEqual([{ n: 7 }]);
  await third.close();
});

test('two that open the embedded server at the same moment get the same one', async () => {
  const [one, other] = await Promise.all([openEmbeddedPostgres(folder), openEmbeddedPostgres(folder)]);
  expect(one.url).toBe(other.url);
  await Promise.all([one.close(), other.close()]);
  expect(existsSync(pidFile())).toBe(false);
});

test('the embedded server outlives a service that was killed, and the next one takes it over', async () => {
  const script = `
    import { openEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    console.log((await openEmbeddedPostgres(${JSON.stringify(folder)})).url);`;
  const service = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(service.stdout, 'data');
  const pid = serverPid();
  service.kill('SIGKILL');
  await once(service, 'exit');

  const next = await openEmbeddedPostgres(folder);
  expect(next.url).toBe(String(line).trim());
  expect(serverPid()).toBe(pid);
  await next.close();
});

test('an embedded server that was killed starts again with its data', async () => {
  const before = await openEmbeddedPostgres(folder);
  await ask(before.url, 'create table kept as select 7 as n');
  const pid = serverPid();
  process.kill(pid, 'SIGKILL');
  const after = await openEmbeddedPostgres(folder);
  expect(serverPid()).not.toBe(pid);
  expect(await ask(after.url, 'select n from kept')).toEqual([{ n: 7 }]);
  await after.close();
  await before.close();
});

/** Asks until there is an answer: the server is being started. */
async function askUntilAnswered(url: string, query: string): Promise<unknown[]> {
  for (;;) {
    const rows = await ask(url, query).catch(() => null);
    if (rows !== null) return rows;
  }
}

test('a guarded embedded server that is killed is started again at the same address, as often as it takes', async () => {
  const server = await openEmbeddedPostgres(folder);
  await ask(server.url, 'create table kept as select 7 as n');
  void server.guard();
  for (let kill = 0; kill < 2; kill++) {
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    expect(await askUntilAnswered(server.url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(serverPid()).not.toBe(pid);
  }
  await server.close();
  expect(existsSync(pidFile())).toBe(false);
});

test('a guarded embedded server that cannot be started again says why', async () => {
  const server = await openEmbeddedPostgres(folder);
  const gone = server.guard();
  renameSync(join(folder, 'postgres', 'global'), join(folder, 'postgres', 'elsewhere'));
  process.kill(serverPid(), 'SIGKILL');
  expect((await gone).message).toMatch(/start: .*pg_control/);
  await server.close();
});

test('nobody gets into the embedded server without its password, which only its owner can read', async () => {
  const server = await openEmbeddedPostgres(folder);
  expect(statSync(join(folder, 'postgres-password')).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url);
  expect(wrong.hostname).toBe('127.0.0.1');
  wrong.password = 'tebakan';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password/);
  expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await server.close();
});

test('the embedded server logs nothing of what somebody wrote, whatever goes wrong with it', async () => {
  const server = await openEmbeddedPostgres(folder);
  await ask(
    server.url,
    'create table kept (at timestamptz, returns integer check (returns >= 0), text text)',
  );
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const insert = 'insert into kept values ($1, $2, $3)';
  const tries: readonly [string, readonly unknown[]][] = [
    [insert, ['2026-11-26', -1, 'KENARI nik 1207012345678901']],
    [insert, ['KENARI', 1, 'x']],
    ["select 'KENARI'::integer", []],
    ["select KENARI from kept where text = 'KENARI'", []],
    ["do $$ begin raise warning 'KENARI %', 1; raise exception 'KENARI'; end $$", []],
  ];
  for (const [text, values] of tries) await expect(client.query(text, [...values])).rejects.toThrow();
  await client.end();
  await server.close();
  const log = readFileSync(join(folder, 'postgres', 'server.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('KENARI');
});

test("the embedded server's log does not grow for ever: the one before a start is kept, once", async () => {
  await (await openEmbeddedPostgres(folder)).close();
  const log = join(folder, 'postgres', 'server.log');
  appendFileSync(log, 'x'.repeat(2 * 1024 * 1024));
  await (await openEmbeddedPostgres(folder)).close();
  expect(statSync(log).size).toBeLessThan(10_000);
  expect(statSync(`${log}.old`).size).toBeGreaterThan(2 * 1024 * 1024);
});
