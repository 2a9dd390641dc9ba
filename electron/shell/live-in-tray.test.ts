import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { ShellRequest } from '#shared/contract/process/window-bridge.ts';
import { CLOSING_CHANNEL, SHELL_SETTINGS_CHANNEL } from './channels.ts';
import { liveInTray } from './live-in-tray.ts';
import { shellMemory } from './shell-memory.ts';
import { app, BrowserWindow, ipcMain, nativeImage, resetElectron, Tray } from './testing/electron.ts';

const OWN = { origin: 'app://penghubung', parent: null };
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-tray-'));
  resetElectron(dir);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(dir, { recursive: true });
  });
});

/** A panel shows icons in this session, or none does. */
function session(hosts: boolean): void {
  writeFileSync(join(dir, 'dbus-send'), `#!/bin/sh\necho "variant boolean ${hosts}"\n`, { mode: 0o755 });
  vi.stubEnv('PATH', dir);
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/bus');
}

function running(hosts = true) {
  session(hosts);
  const ending = new AbortController();
  app.once('before-quit', () => ending.abort());
  const asked: ShellRequest[] = [];
  const opened = new BrowserWindow({});
  const memory = shellMemory(dir);
  const synced = vi.fn();
  const tray = liveInTray({
    window: { on: (deed) => deed(opened as never), show: () => opened.show() },
    ask: (request) => asked.push(request),
    memory,
    language: () => memory.read().language,
    picture: 'tray.png',
    command: { path: '/opt/Penghubung/penghubung', args: ['--hidden'] },
    syncNow: synced,
    ending: ending.signal,
  });
  tray.holdOpen(opened as never);
  const answer = (word: unknown) => ipcMain.fromPage(CLOSING_CHANNEL, opened.webContents, OWN, word);
  const settings = (change: unknown) => ipcMain.invokeFromPage(SHELL_SETTINGS_CHANNEL, OWN, change);
  return { opened, asked, memory, synced, tray, answer, settings };
}

test('the first cross asks; the answer hides the window or ends the program, and is remembered where wanted', async () => {
  const { opened, asked, memory, answer, settings } = running();
  opened.close();
  await expect.poll(() => asked).toEqual([{ type: 'ask_closing' }]);
  expect(opened.calls).toEqual([]);
  answer('stay');
  answer('elsewhere');
  opened.close();
  await expect.poll(() => asked).toHaveLength(2);
  answer('tray');
  expect(opened.calls).toEqual(['hide']);
  expect(memory.read().closing).toBe('ask');

  expect(await settings({ closing: 'tray' })).toEqual({ closing: 'tray', autostart: false });
  opened.close();
  await expect.poll(() => opened.calls).toEqual(['hide', 'hide']);
  expect(asked).toHaveLength(2);
  await settings({ closing: 'ask' });
  opened.close();
  await expect.poll(() => asked).toHaveLength(3);
  answer('quit');
  expect(app.ended).toBe(true);
  // Now nothing holds the window any more.
  opened.close();
  expect(opened.isDestroyed()).toBe(true);
});

test('who has chosen to quit quits, and a second cross does when the page does not answer', async () => {
  const { opened, asked, settings } = running();
  opened.close();
  await expect.poll(() => asked).toHaveLength(1);
  opened.close();
  expect(opened.isDestroyed()).toBe(true);

  const other = running();
  await settings({ closing: 'quit' });
  other.opened.close();
  expect(other.opened.isDestroyed()).toBe(true);
});

test('where no panel shows icons, the cross ends the program, whatever was chosen', async () => {
  const { opened, memory, settings, tray } = running(false);
  memory.write({ closing: 'tray', language: 'id' });
  expect(await settings({})).toEqual({ closing: null, autostart: false });
  await tray.begin(true);
  expect(opened.calls).toEqual(['show']);
  opened.close();
  await expect.poll(() => app.ended).toBe(true);
  expect(Tray.shown).toEqual([]);
});

test('the icon counts in the officer’s language, opens the window and its lists, syncs and quits', async () => {
  const { opened, asked, memory, synced, tray } = running();
  await tray.begin(true);
  expect(opened.calls).toEqual([]);
  tray.count({ unsent: 2, due: 5 });
  const icon = () => Tray.shown[0];
  expect(Tray.shown).toHaveLength(1);
  expect(nativeImage.read).toEqual(['tray.png']);
  expect(app.badge).toBe(7);
  expect(icon()?.tip).toBe('Penghubung · Hari ini: 5 · Kotak keluar: 2');
  memory.write({ closing: 'ask', language: 'en' });
  tray.draw();
  expect(icon()?.menu.map(({ label }) => label)).toEqual([
    'Open Penghubung',
    'Today: 5',
    'Outbox: 2',
    undefined,
    'Sync now',
    undefined,
    'Quit',
  ]);
  const choose = (label: string) =>
    icon()
      ?.menu.find((line) => line.label === label)
      ?.click?.({} as never, undefined, {} as never);
  icon()?.emit('click');
  choose('Open Penghubung');
  choose('Today: 5');
  choose('Outbox: 2');
  expect(opened.calls).toEqual(['show', 'show', 'show', 'show']);
  expect(asked).toEqual([
    { type: 'open_view', view: 'today' },
    { type: 'open_view', view: 'outbox' },
  ]);
  choose('Sync now');
  expect(synced).toHaveBeenCalledOnce();
  choose('Quit');
  expect(app.ended).toBe(true);
});

test('a panel that was restarted shows the icon again before the window is hidden, and never two', async () => {
  const { opened, tray, settings } = running();
  await tray.begin(false);
  const [before] = Tray.shown;
  await settings({ closing: 'tray' });
  opened.close();
  await expect.poll(() => opened.calls).toContain('hide');
  expect(Tray.shown).toHaveLength(1);
  expect(Tray.shown[0]).not.toBe(before);
});

test('starting with the system is the system’s to know, and words that mean nothing change nothing', async () => {
  const { settings } = running();
  expect(await settings({ autostart: true })).toEqual({ closing: 'ask', autostart: true });
  expect(await settings({})).toEqual({ closing: 'ask', autostart: true });
  for (const wrong of [{ closing: 'no' }, { autostart: 1 }, { path: '/bin/sh' }, null])
    expect(await settings(wrong)).toBeNull();
  expect(await settings({ autostart: false })).toEqual({ closing: 'ask', autostart: false });
  rmSync(join(dir, 'config'), { recursive: true });
  writeFileSync(join(dir, 'config'), 'no folder');
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await settings({ autostart: true })).toEqual({ closing: 'ask', autostart: false });
  log.mockRestore();
});
