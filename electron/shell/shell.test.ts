import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app as imported } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openToOthers } from '../../test/support/open-to-others.ts';
import {
  CONNECT_CHANNEL,
  LINE_CHANNEL,
  OPEN_LINK_CHANNEL,
  REQUEST_CHANNEL,
  SAFE_MODE_CHANNEL,
  STATE_CHANNEL,
} from './channels.ts';
import { runShell } from './shell.ts';
import {
  app,
  BrowserWindow,
  becomeReady,
  crashReporter,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  resetElectron,
  screen,
  session,
  shell,
  utilityProcess,
} from './testing/electron.ts';

const OWN = { origin: 'app://penghubung', parent: null };
let dir: string;
let dist: string;
const argv = process.argv;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-shell-'));
  dist = join(dir, 'dist');
  mkdirSync(join(dist, 'renderer'), { recursive: true });
  writeFileSync(join(dist, 'renderer/index.html'), '<title>Penghubung</title>');
  writeFileSync(join(dist, 'window-files.json'), '["index.html"]');
  process.argv = ['electron', '.'];
  resetElectron(join(dir, 'user'));
});
afterEach(() => {
  process.argv = argv;
  rmSync(dir, { recursive: true, force: true });
});

async function running() {
  const started = runShell(dist);
  becomeReady();
  await started;
  const [backend] = utilityProcess.forked;
  const [window] = BrowserWindow.opened;
  if (backend === undefined || window === undefined) throw new Error('the app did not start');
  return { backend, window, contents: window.webContents };
}

test('tests never load the real Electron, which would download its runtime', () => {
  expect(imported).toBe(app);
});

test.skipIf(process.platform === 'win32')(
  'whatever is written into the user’s folder, by Chromium too, other users of the PC can read none of it',
  async () => {
    const before = process.umask(0o022);
    try {
      mkdirSync(join(dir, 'user'), { mode: 0o755 });
      await running();
      app.quit();
      writeFileSync(join(dir, 'user', 'as-Chromium-does'), '');
      expect(openToOthers(join(dir, 'user'))).toEqual([]);
      expect(readdirSync(join(dir, 'user')).toSorted()).toEqual(['as-Chromium-does', 'window.json']);
    } finally {
      process.umask(before);
    }
  },
);

test('what a process leaves behind when it dies stays in the shell’s own folder, and is sent nowhere', async () => {
  await running();
  expect(crashReporter.started).toEqual([{ uploadToServer: false }]);
  expect(app.getPath('crashDumps')).toBe(join(dir, 'user/crashes'));
});

test('the sandbox and the own scheme are set before Electron is ready', () => {
  void runShell(dist);
  expect(app.sandboxed).toBe(true);
  expect(app.switches).toEqual(['js-flags=--max-old-space-size=512']);
  expect(protocol.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  expect(BrowserWindow.opened).toEqual([]);
});

test('the app starts its backend on the data folder and shows its own page', async () => {
  const { backend, window } = await running();
  expect(backend.script).toBe(join(dist, 'backend.js'));
  expect(backend.received).toEqual([
    {
      message: {
        type: 'open',
        dataDir: join(dir, 'user/desk'),
        demo: false,
        join: null,
        policy: { problem: null },
      },
      ports: [],
    },
  ]);
  expect(window.url).toBe('app://penghubung/');
  expect(window.options.webPreferences?.preload).toBe(join(dist, 'preload.cjs'));
  const answer = await session.fromPartition('persist:page').protocol.handlers.get('app')?.(
    new Request('app://penghubung/'),
  );
  expect(await answer?.text()).toBe('<title>Penghubung</title>');
  expect(window.calls).toEqual([]);
  window.emit('ready-to-show');
  expect(window.calls).toEqual(['show']);
});

test('permissions, navigation and devices are guarded from the first window on', async () => {
  const { contents } = await running();
  const { request, check, device } = session.fromPartition('persist:page').handlers;
  const answers: boolean[] = [];
  const ask = (permission: 'media' | 'clipboard-sanitized-write') =>
    request?.({} as never, permission, (granted) => answers.push(granted), {
      requestingUrl: 'app://penghubung/',
    } as never);
  ask('media');
  ask('clipboard-sanitized-write');
  expect(answers).toEqual([false, true]);
  expect(check?.(null, 'geolocation', 'app://penghubung/', {} as never)).toBe(false);
  expect(device?.({} as never)).toBe(false);
  expect(session.fromPartition('persist:page')).toMatchObject({
    spellChecker: false,
    languages: [],
    dictionaries: 'http://127.0.0.1:0/',
    proxy: { proxyRules: 'http://127.0.0.1:0', proxyBypassRules: '<-loopback>' },
  });
  expect(contents.listenerCount('will-navigate')).toBe(1);
  expect(contents.opener?.({} as never)).toEqual({ action: 'deny' });
});

test('a page gets its line as soon as the backend is up, and hears when it goes down', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { backend, contents } = await running();
  ipcMain.fromPage(CONNECT_CHANNEL, contents, OWN);
  expect(contents.sent).toEqual([{ channel: STATE_CHANNEL, value: 'down', ports: [] }]);

  backend.say({ type: 'ready' });
  expect(contents.sent.slice(1)).toEqual([
    { channel: STATE_CHANNEL, value: 'up', ports: [] },
    { channel: LINE_CHANNEL, value: null, ports: ['1/window'] },
  ]);
  expect(backend.received.at(-1)).toEqual({ message: { type: 'connect' }, ports: ['1/backend'] });

  backend.emit('exit', 137);
  expect(contents.sent.at(-1)).toEqual({ channel: STATE_CHANNEL, value: 'down', ports: [] });
  expect(log).toHaveBeenCalledExactlyOnceWith('backend ended with code 137, starting again in 250 ms');
  log.mockRestore();
  app.quit();
});

test('a reloaded page asks again and gets a line of its own', async () => {
  const { backend, contents } = await running();
  backend.say({ type: 'ready' });
  ipcMain.fromPage(CONNECT_CHANNEL, contents, OWN);
  ipcMain.fromPage(CONNECT_CHANNEL, contents, OWN);
  expect(contents.sent.map((sent) => sent.ports)).toEqual([['1/window'], ['2/window']]);
  expect(contents.listenerCount('destroyed')).toBe(1);
});

test.each([
  ['a frame inside the page', { origin: 'app://penghubung', parent: {} }],
  ['another origin', { origin: 'https://evil.example', parent: null }],
  ['a frame that is gone', null],
])('%s gets no line and opens no link', async (_who, frame) => {
  const { backend, contents } = await running();
  backend.say({ type: 'ready' });
  ipcMain.fromPage(CONNECT_CHANNEL, contents, frame);
  expect(contents.sent).toEqual([]);
  expect(await ipcMain.invokeFromPage(OPEN_LINK_CHANNEL, frame, 'https://www.lapor.go.id/')).toBe(false);
  expect(shell.opened).toEqual([]);
});

test('a word too many, or none, is no request of the page', async () => {
  const { backend, contents } = await running();
  backend.say({ type: 'ready' });
  ipcMain.fromPage(CONNECT_CHANNEL, contents, OWN, 'and more');
  expect(contents.sent).toEqual([]);
  expect(await ipcMain.invokeFromPage(OPEN_LINK_CHANNEL, OWN)).toBe(false);
  expect(await ipcMain.invokeFromPage(OPEN_LINK_CHANNEL, OWN, 'https://www.lapor.go.id/', 1)).toBe(false);
  expect(shell.opened).toEqual([]);
});

test('the page opens complaints of LAPOR! in the browser, and nothing else', async () => {
  await running();
  expect(await ipcMain.invokeFromPage(OPEN_LINK_CHANNEL, OWN, 'https://www.lapor.go.id/x')).toBe(true);
  expect(await ipcMain.invokeFromPage(OPEN_LINK_CHANNEL, OWN, 'https://evil.example/')).toBe(false);
  expect(await ipcMain.invokeFromPage(OPEN_LINK_CHANNEL, OWN, { href: 'https://www.lapor.go.id/' })).toBe(
    false,
  );
  expect(shell.opened).toEqual(['https://www.lapor.go.id/x']);
});

test('a window that was closed hears no more of the backend', async () => {
  const { backend, contents } = await running();
  ipcMain.fromPage(CONNECT_CHANNEL, contents, OWN);
  app.quit();
  const before = contents.sent.length;
  backend.say({ type: 'ready' });
  expect(contents.sent).toHaveLength(before);
});

test('the window’s place is kept for the next start', async () => {
  const { window } = await running();
  window.maximize();
  app.quit();
  const kept = join(dir, 'user/window.json');
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ maximized: true });
  if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600);
});

test('a window that stood on a screen which is gone comes back to the one that is there', async () => {
  const bounds = { x: 2500, y: 100, width: 1280, height: 720 };
  mkdirSync(join(dir, 'user'));
  writeFileSync(join(dir, 'user/window.json'), JSON.stringify({ bounds, maximized: false }));
  screen.displays = [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }];
  const { window } = await running();
  expect(window.options).toMatchObject({ width: 1280, height: 720 });
  expect(window.options).not.toHaveProperty('x');
});

test('a page whose process died is loaded again, but not in a closed window', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { contents } = await running();
  contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
  vi.runAllTimers();
  expect(contents.reloads).toBe(0);
  contents.emit('render-process-gone', {}, { reason: 'crashed' });
  vi.runAllTimers();
  expect(contents.reloads).toBe(1);
  contents.emit('render-process-gone', {}, { reason: 'oom' });
  app.quit();
  vi.runAllTimers();
  expect(contents.reloads).toBe(1);
  vi.useRealTimers();
});

test('a dark desktop gets a dark window from the first moment', async () => {
  nativeTheme.shouldUseDarkColors = true;
  const { window } = await running();
  expect(window.options.backgroundColor).toBe('#11161c');
});

test('quitting lets the backend close its databases first', async () => {
  const { backend } = await running();
  app.quit();
  expect(app.ended).toBe(false);
  expect(backend.received.at(-1)?.message).toEqual({ type: 'close' });
  backend.emit('exit', 0);
  await expect.poll(() => app.ended).toBe(true);
});

test('data that cannot be opened end the app with a sentence', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { backend } = await running();
  backend.say({ type: 'failed', code: 'in_use', message: 'in_use' });
  expect(dialog.errors).toEqual([expect.stringContaining('sedang dibuka oleh Penghubung lain')]);
  backend.emit('exit', 0);
  await expect.poll(() => app.ended).toBe(true);
  log.mockRestore();
});

test('a second start on the same data brings the first one’s window forward and ends', async () => {
  const { window } = await running();
  window.minimized = true;
  app.emit('second-instance', {}, ['penghubung']);
  expect(window.minimized).toBe(false);
  expect(window.calls).toEqual(['show', 'focus']);
  expect(BrowserWindow.opened).toHaveLength(1);
});

test('a link waits for the page, and one at a second start reaches it at once', async () => {
  process.argv = ['electron', '.', 'penghubung://laporan/9300012'];
  const { contents } = await running();
  const asked = () => contents.sent.filter(({ channel }) => channel === REQUEST_CHANNEL);
  expect(asked()).toEqual([]);
  ipcMain.fromPage(CONNECT_CHANNEL, contents, OWN);
  app.emit('second-instance', {}, ['penghubung', 'penghubung://laporan/9300013']);
  // A page that was loaded again is not led away once more.
  ipcMain.fromPage(CONNECT_CHANNEL, contents, OWN);
  app.emit('open-url', { preventDefault: () => {} }, 'penghubung://hapus/9300013');
  expect(asked().map(({ value }) => value)).toEqual([
    { type: 'open_complaint', complaintId: 'lapor-9300012', trackingId: '9300012' },
    { type: 'open_complaint', complaintId: 'lapor-9300013', trackingId: '9300013' },
    { type: 'wrong_link' },
  ]);
});

test('the second start itself opens nothing', async () => {
  app.lockTaken = true;
  await runShell(dist);
  expect(app.ended).toBe(true);
  expect(utilityProcess.forked).toEqual([]);
});

test('data in another folder are another app, with a lock of its own', async () => {
  process.argv = ['electron', '.', '--data', join(dir, 'demo'), '--demo'];
  const { backend } = await running();
  expect(backend.received[0]?.message).toMatchObject({ dataDir: join(dir, 'demo'), demo: true });
  expect(app.getPath('userData')).toBe(join(dir, 'demo/shell'));
});

const HELD = [{ id: 'd-1', complaintId: 'lapor-1', kind: 'follow_up', text: 'Sedang' }];

/** The backend has ended as often as it is started. */
async function leftAlone() {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { window, contents } = await running();
  ipcMain.fromPage(CONNECT_CHANNEL, contents, OWN);
  for (const n of [0, 1, 2, 3]) {
    utilityProcess.forked[n]?.emit('exit', 139);
    vi.runAllTimers();
  }
  vi.useRealTimers();
  log.mockRestore();
  expect(contents.sent.at(-1)).toEqual({ channel: STATE_CHANNEL, value: 'failed', ports: [] });
  return { window, forked: utilityProcess.forked };
}

test('in the safe mode the shell exports to where the officer says, by a process of its own', async () => {
  const { forked } = await leftAlone();
  expect(await ipcMain.invokeFromPage(SAFE_MODE_CHANNEL, OWN, 'export', HELD)).toEqual({
    ok: false,
    code: 'cancelled',
  });
  dialog.picks = ['/usb'];
  const answer = ipcMain.invokeFromPage(SAFE_MODE_CHANNEL, OWN, 'export', HELD);
  await expect.poll(() => forked).toHaveLength(5);
  const [step] = forked.slice(4);
  expect([step?.script, step?.received[0]?.message]).toEqual([
    join(dist, 'safe.js'),
    { type: 'export', dataDir: join(dir, 'user/desk'), folder: '/usb', held: HELD },
  ]);
  const exported = { folder: '/usb/x', texts: 1, files: 0 };
  step?.say({ ok: true, exported });
  expect(await answer).toEqual({ ok: true, exported });
  expect(step?.killed).toBe(true);
});

test('the cache is rebuilt without the backend, which is started when that is done; one that could not be is said', async () => {
  const { forked } = await leftAlone();
  const first = ipcMain.invokeFromPage(SAFE_MODE_CHANNEL, OWN, 'rebuild', []);
  forked[4]?.emit('exit', 1);
  expect(await first).toEqual({ ok: false, code: 'unknown' });
  expect(forked).toHaveLength(5);
  const second = ipcMain.invokeFromPage(SAFE_MODE_CHANNEL, OWN, 'rebuild', []);
  forked[5]?.say({ ok: true });
  expect(await second).toEqual({ ok: true });
  expect(forked[6]?.script).toBe(join(dist, 'backend.js'));
});

test('the folder of the log is shown, and the backend tried again, as the officer wishes', async () => {
  const { forked } = await leftAlone();
  expect(await ipcMain.invokeFromPage(SAFE_MODE_CHANNEL, OWN, 'logs', [])).toEqual({ ok: true });
  expect(shell.openedPaths).toEqual([join(dir, 'user/desk/log')]);
  expect(await ipcMain.invokeFromPage(SAFE_MODE_CHANNEL, OWN, 'retry', [])).toEqual({ ok: true });
  expect(forked[4]?.script).toBe(join(dist, 'backend.js'));
  // From here on it is no safe mode.
  expect(await ipcMain.invokeFromPage(SAFE_MODE_CHANNEL, OWN, 'rebuild', [])).toEqual(NOT_DONE);
});

const NOT_DONE = { ok: false, code: 'unknown' };

test.each([
  ['a frame inside the page', [{ origin: 'app://penghubung', parent: {} }, 'retry', []]],
  ['another origin', [{ origin: 'https://evil.example', parent: null }, 'retry', []]],
  ['an unknown step', [OWN, 'delete', []]],
  ['a word too many', [OWN, 'retry', [], 1]],
  ['no word', [OWN]],
  ['what is no text', [OWN, 'export', [{ ...HELD[0], text: 1 }]]],
] as const)('%s does nothing in the safe mode', async (_who, [frame, ...words]) => {
  const { forked } = await leftAlone();
  dialog.picks = ['/usb'];
  expect(await ipcMain.invokeFromPage(SAFE_MODE_CHANNEL, frame, ...words)).toEqual(NOT_DONE);
  expect(forked).toHaveLength(4);
});

test('a PC that wakes up has its backend try at once', async () => {
  const { backend } = await running();
  powerMonitor.emit('resume');
  expect(backend.received.at(-1)?.message).toEqual({ type: 'sync_now' });
});
