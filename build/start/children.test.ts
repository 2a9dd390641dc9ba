import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Launch, launch, type Running, runJson } from './children.ts';

let dir: string;
let spawned: Running[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-children-'));
  spawned = [];
});
afterEach(async () => {
  for (const running of spawned) await running.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** A Node.js program of these lines. */
function program(...lines: string[]): Launch {
  const file = join(dir, `${Math.random()}.mjs`);
  writeFileSync(file, lines.join('\n'));
  return {
    command: 'node',
    args: [file],
    cwd: dir,
    env: { GREETING: 'halo' },
    log: join(dir, 'log/service.log'),
    onSpawn: (running) => spawned.push(running),
  };
}

const READY = 'console.log(JSON.stringify({ ready: true, address: process.env.GREETING }));';
const STAY = 'setInterval(() => {}, 1 << 30);';
const ENDS_WELL = `process.once('SIGTERM', () => { ${"require('node:fs').writeFileSync('ended', 'well')"}; process.exit(7); });`;
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

test('a service is ready when it says so, and what it says comes along', async () => {
  const answer = await launch(program(READY, STAY));
  expect(answer).toMatchObject({ ok: true, message: { ready: true, address: 'halo' } });
  expect(spawned).toHaveLength(1);
});

test('a service that is let go of ends in its own way', async () => {
  const answer = await launch(program(REQUIRE, ENDS_WELL, READY, STAY));
  if (!answer.ok) throw new Error('not ready');
  await answer.running.stop();
  expect(await answer.running.ended).toBe(7);
  expect(existsSync(join(dir, 'ended'))).toBe(true);
});

test('a service ends when the starter is killed', async () => {
  const service = join(dir, 'service.mjs');
  writeFileSync(service, [REQUIRE, ENDS_WELL, READY, STAY].join('\n'));
  const starter = program(
    `import { launch } from ${JSON.stringify(join(import.meta.dirname, 'children.ts'))};`,
    `await launch({ command: 'node', args: [${JSON.stringify(service)}], cwd: ${JSON.stringify(dir)}, log: 'l', onSpawn() {} });`,
    "console.log('up');",
  );
  const child = spawn(process.execPath, starter.args, { cwd: dir, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await vi.waitUntil(() => existsSync(join(dir, 'ended')), { timeout: 60_000 });
});

test.each([
  ['ends without a word', 'process.exit(3);', null],
  ['says that it cannot', `console.log('{"ready":false,"reason":"in_use"}'); process.exit(3);`, 'in_use'],
  ['says something else', "console.log('hello'); process.exit(3);", null],
])('a service that %s did not start', async (_what, line, reason) => {
  const answer = await launch(program(line));
  expect(answer).toMatchObject({ ok: false, code: 3 });
  expect(answer.message?.reason ?? null).toBe(reason);
});

test('a program that does not exist did not start', async () => {
  const answer = await launch({ ...program(), command: { program: join(dir, 'absent') } });
  expect(answer).toMatchObject({ ok: false, message: null });
});

test('what a service writes to its standard error goes to the log, behind that of the last run', async () => {
  const options = program("console.error('first');");
  await launch(options);
  await launch(options);
  expect(readFileSync(options.log, 'utf8')).toBe('first\nfirst\n');
});

test('the last line of a command is its answer, and a failed command has none', async () => {
  expect(await runJson(program("console.log('working');", 'console.log(\'{"n":1}\');'))).toEqual({ n: 1 });
  expect(await runJson(program('console.log(\'{"n":1}\');', 'process.exitCode = 1;'))).toBeNull();
});
