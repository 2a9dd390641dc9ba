import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../build/base/paths.ts';
import { databaseFolder } from '../support/database-folder.ts';
import { expect, test } from './fixtures.ts';

let data: string;
test.beforeEach(() => {
  data = databaseFolder('start');
});
test.afterEach(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));

type Start = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
};

/** `npm start -- …args` on data of its own; without a display, so that no browser opens. */
function npmStart(...args: string[]): Start {
  const child = spawn(process.execPath, ['build/run.mjs', 'build/start.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, CI: 'true', PENGHUBUNG_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => text, ended };
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';
async function addressOf(start: Start): Promise<string> {
  await expect.poll(() => lastLine(start.output())).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#start=/);
  return lastLine(start.output());
}

test('one command shows the queue of the invented regency; Ctrl+C ends all of it; the data stay', async ({
  page,
}) => {
  const first = npmStart();
  const address = await addressOf(first);
  expect(first.output()).toContain('jendela sungguhan: npm start -- --window');
  await page.goto(address);
  const complaints = page.getByRole('grid').locator('[role=row][aria-selected]');
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);

  const second = npmStart();
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain('Penghubung sudah berjalan');
  const again = await addressOf(second);
  expect(again).not.toBe(address);
  expect(new URL(again).origin).toBe(new URL(address).origin);
  await page.goto('about:blank');
  await page.goto(again);
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);

  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  await expect(page.request.get(address).catch(() => 'nobody there')).resolves.toBe('nobody there');

  const third = npmStart();
  // Another port each time: the old one may be in somebody else's hands.
  expect(new URL(await addressOf(third)).origin).not.toBe(new URL(address).origin);
  third.child.kill('SIGINT');
  expect(await third.ended).toBe(0);
});

test('--fresh throws the invented data away, and nothing else', async () => {
  const kept = ['keep.txt', 'joined/keep.txt'].map((path) => join(data, path));
  const thrown = ['desk/old.txt', 'central/old.txt'].map((path) => join(data, path));
  for (const path of [...kept, ...thrown]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
  const start = npmStart('--fresh');
  await addressOf(start);
  start.child.kill('SIGINT');
  expect(await start.ended).toBe(0);
  expect(kept.map((path) => existsSync(path))).toEqual([true, true]);
  expect(thrown.map((path) => existsSync(path))).toEqual([false, false]);
});

test('--central joins a service that is there, and asks for the one-time code', async ({ page, stack }) => {
  const start = npmStart('--central', stack.central.address());
  const address = await addressOf(start);
  expect(start.output()).toContain(stack.central.address());
  await page.goto(address);
  await expect(page.getByRole('textbox').first()).toBeVisible();
  start.child.kill('SIGTERM');
  expect(await start.ended).toBe(0);
});

test('--window without a display ends with a sentence, before anything is prepared', async () => {
  const start = npmStart('--window');
  expect(await start.ended).toBe(1);
  expect(start.output()).toContain('memerlukan pengguna biasa (bukan root) dan layar');
  expect(start.output()).not.toContain('Menyiapkan');
});

test('a word that it does not know ends it with a sentence', async () => {
  const start = npmStart('--fersh');
  expect(await start.ended).toBe(2);
  expect(start.output()).toContain("'--fersh'");
});
