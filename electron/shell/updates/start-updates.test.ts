import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NO_POLICY, type Policy } from '#shared/contract/window/policy.ts';
import { startTestCentral } from '../../../test/support/central.ts';
import { runShell } from '../shell.ts';
import {
  app,
  BrowserWindow,
  becomeReady,
  dialog,
  Menu,
  net,
  resetElectron,
  utilityProcess,
} from '../testing/electron.ts';
import { releaseFeed } from '../testing/release-feed.ts';
import { CONTENT, KEYS, PACKAGE, PINNED, publish } from '../testing/release-folder.ts';
import { startUpdates } from './start-updates.ts';

/** The whole shell of an installed AppImage, over the feed of a real central service. */
let dir: string;
let running: string;
const { argv } = process;
const { releases, address } = releaseFeed();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  dir = mkdtempSync(join(tmpdir(), 'penghubung-shell-updates-'));
  mkdirSync(join(dir, 'dist/renderer'), { recursive: true });
  writeFileSync(join(dir, 'dist/window-files.json'), '[]');
  const note = { url: `${address()}/`, keys: PINNED, built: '2026-11-01T00:00:00.000Z' };
  writeFileSync(join(dir, 'update.json'), JSON.stringify(note));
  running = join(dir, 'Penghubung.AppImage');
  writeFileSync(running, 'the running program', { mode: 0o755 });
  process.argv = ['penghubung'];
  vi.stubEnv('APPIMAGE', running);
  resetElectron(join(dir, 'user'));
  Object.assign(app, { isPackaged: true, appPath: dir });
});
afterEach(() => {
  process.argv = argv;
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

async function started() {
  const starting = runShell(join(dir, 'dist'));
  becomeReady();
  await starting;
  const [backend] = utilityProcess.forked;
  if (backend === undefined) throw new Error('no backend');
  const answers: ('copied' | 'writing')[] = [];
  const send = backend.postMessage.bind(backend);
  backend.postMessage = (message, transfer) => {
    send(message, transfer);
    if (message.type === 'prepare_update')
      backend.say({ type: 'update_prepared', readiness: answers.shift() ?? 'copied' });
  };
  backend.say({ type: 'ready' });
  return { backend, answers };
}

/** The officer chooses the item of the menu "Bantuan" whose label begins so. */
function choose(label: string): void {
  const help = Menu.set.find(({ role }) => role === 'help')?.submenu as MenuItemConstructorOptions[];
  const item = help.find((each) => each.label?.startsWith(label));
  item?.click?.(undefined as never, undefined, {} as never);
}
const questions = () => dialog.boxes.map(({ message }) => message);

test('a minute after the start the feed is asked, and what is ready is offered; the officer installs it', async () => {
  await publish(releases);
  dialog.presses = [0];
  const { backend } = await started();
  expect(dialog.boxes).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  await expect.poll(() => app.relaunched).toEqual([{ execPath: running }]);
  expect(questions()).toEqual([expect.stringMatching(/^Versi 0\.2\.0 sudah diunduh dan diperiksa/)]);
  expect(readFileSync(running, 'utf8')).toBe(CONTENT);
  // Where the office's proxy and certificates count.
  expect(net.asked).toEqual(['/releases/latest.json', `/releases/${PACKAGE}`]);
  expect(backend.received.at(-1)?.message).toEqual({ type: 'close' });
});

test('a release is not offered over a text that is being written, but a minute after it', async () => {
  await publish(releases);
  const { backend, answers } = await started();
  answers.push('writing');
  await vi.advanceTimersByTimeAsync(60_000);
  const asked = () => backend.received.filter(({ message }) => message.type === 'prepare_update').length;
  await expect.poll(asked).toBe(1);
  expect(dialog.boxes).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  await expect.poll(questions).toHaveLength(1);
  expect(readFileSync(running, 'utf8')).toBe('the running program');
});

/** This PC has looked for a release so long ago. */
function lookedBefore(days: number): void {
  const looked = Date.now() - days * 86_400_000;
  const memory = { id: '01996c00-0000-4000-8000-000000000001', newest: '', looked };
  mkdirSync(join(dir, 'user'), { recursive: true });
  writeFileSync(join(dir, 'user/updates.json'), JSON.stringify(memory));
}

test.each(['power', 'quota'] as const)(
  'a PC that saves %s looks when the officer asks, and by itself when it saves no more',
  async (saving) => {
    await publish(releases);
    lookedBefore(1);
    const { backend } = await started();
    backend.say({ type: 'saving', saving });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(net.asked).toEqual([]);
    choose('Periksa pembaruan');
    await expect.poll(questions).toHaveLength(1);
    net.asked = [];
    backend.say({ type: 'saving', saving: null });
    await vi.advanceTimersByTimeAsync(20 * 60_000);
    await expect.poll(() => net.asked).toContain('/releases/latest.json');
  },
);

test('a PC that always saves looks for a release once a week all the same', async () => {
  await publish(releases);
  lookedBefore(8);
  const { backend } = await started();
  backend.say({ type: 'saving', saving: 'quota' });
  await vi.advanceTimersByTimeAsync(60_000);
  await expect.poll(questions).toHaveLength(1);
  const { looked } = JSON.parse(readFileSync(join(dir, 'user/updates.json'), 'utf8'));
  expect(Date.now() - looked).toBeLessThan(86_400_000);
});

test('a release is not offered over a window that is hidden, but a minute after it is seen again', async () => {
  await publish(releases);
  const { backend } = await started();
  const [window] = BrowserWindow.opened;
  Object.assign(window ?? {}, { visible: false });
  await vi.advanceTimersByTimeAsync(60_000);
  await expect.poll(() => vi.mocked(console.error).mock.calls.flat()).toContain('updates: ready 0.2.0');
  expect([backend.received.length, dialog.boxes]).toEqual([1, []]);
  Object.assign(window ?? {}, { visible: true });
  await vi.advanceTimersByTimeAsync(60_000);
  await expect.poll(questions).toHaveLength(1);
});

test('"later" leaves everything as it is, also when the program is closed', async () => {
  await publish(releases);
  const { backend } = await started();
  choose('Periksa pembaruan');
  await expect.poll(questions).toHaveLength(1);
  app.quit();
  backend.emit('exit', 0);
  await expect.poll(() => app.ended).toBe(true);
  expect([readFileSync(running, 'utf8'), app.relaunched]).toEqual(['the running program', []]);
});

test('a release that is not to be trusted is said in both languages, and installs nothing', async () => {
  await publish(releases, {}, KEYS.stranger);
  await started();
  choose('Periksa pembaruan');
  await expect.poll(() => dialog.boxes).toHaveLength(1);
  expect(dialog.boxes[0]).toMatchObject({
    type: 'warning',
    message: expect.stringContaining('kunci yang tidak dikenal program ini. Tidak ada yang dipasang.'),
    detail: expect.stringContaining('a key that this program does not know. Nothing was installed.'),
  });
  expect(BrowserWindow.opened[0]?.progress).toEqual([2, -1]);
  expect(readFileSync(running, 'utf8')).toBe('the running program');
});

test('a release on a stick is installed by the note or by the package beside it', async () => {
  const stick = join(dir, 'stick');
  await publish(stick);
  await started();
  dialog.picks = [join(stick, PACKAGE)];
  dialog.presses = [0];
  choose('Pasang dari berkas');
  await expect.poll(() => app.relaunched).toEqual([{ execPath: running }]);
  expect(readFileSync(running, 'utf8')).toBe(CONTENT);
});

test('whoever picks no file is asked nothing', async () => {
  await started();
  choose('Pasang dari berkas');
  await vi.advanceTimersByTimeAsync(0);
  expect(dialog.boxes).toEqual([]);
});

test('a program without a word on updates has no address, and says so when asked', async () => {
  rmSync(join(dir, 'update.json'));
  await started();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(dialog.boxes).toEqual([]);
  choose('Periksa pembaruan');
  await expect.poll(questions).toEqual([expect.stringContaining('tidak punya alamat pembaruan')]);
});

test('the policy of the office’s IT goes before the package: another address, or none', async () => {
  await publish(releases);
  const other = join(dir, 'other');
  await publish(other, {}, KEYS.stranger);
  const service = await startTestCentral({ releases: other });
  mkdirSync(join(dir, 'user'));
  const lookWith = async (policy: Partial<Policy>): Promise<string> => {
    const updates = startUpdates({
      dir: join(dir, 'user'),
      window: () => new BrowserWindow({}) as never,
      policy: { ...NO_POLICY, ...policy },
      saving: () => null,
      prepare: async () => 'copied',
      closing: new AbortController().signal,
      log: () => {},
    });
    await updates.look();
    return dialog.boxes.at(-1)?.message ?? '';
  };
  expect(await lookWith({})).toMatch(/^Versi 0\.2\.0 sudah diunduh/);
  expect(await lookWith({ updates: `${service.address}/releases` })).toMatch(/kunci yang tidak dikenal/);
  expect(await lookWith({ updates: null })).toMatch(/tidak punya alamat pembaruan/);
  await service.close();
});
