import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, Menu, powerMonitor, protocol } from 'electron';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { readPolicy } from '#shared/node/policy.ts';
import { closeFolder, writePrivately } from '#shared/node/private-files.ts';
import { showAbout } from './about.ts';
import { APP_PRIVILEGES } from './app-protocol.ts';
import { foldersOf, parseShellArguments, type ShellArguments } from './arguments.ts';
import { keepCrashDumps } from './crash-dumps.ts';
import { beforeLink, followLinks } from './deep-link.ts';
import { guardContents } from './guards.ts';
import { openLines } from './lines.ts';
import { liveInTray } from './live-in-tray.ts';
import { shellLog } from './log.ts';
import { openMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { tellOfficer } from './notify.ts';
import { oneWindow } from './one-window.ts';
import { openLetters } from './open-letters.ts';
import { openPageSession } from './page-session.ts';
import { runBackend } from './run-backend.ts';
import { openSafeMode } from './safe-mode.ts';
import { shellMemory } from './shell-memory.ts';
import type { Command } from './tray/autostart.ts';
import type { UpdateSetting } from './updates/start-updates.ts';
import type { UpdateCommands } from './updates/watch-updates.ts';
import { listenToPage } from './window-facts.ts';
import { zoomBy } from './zoom.ts';

/** Runs the app from the bundles in `dist`. To be called before Electron is ready. */
export async function runShell(dist: string): Promise<void> {
  // Of what Chromium writes into the user's folder, too.
  writePrivately();
  const args = parseShellArguments(beforeLink(process.argv.slice(1)), process.env);
  const folders = takeFolders(args);
  if (folders === null) return app.quit();

  const lines = openLines(() => backend);
  followLinks(lines.ask);
  const log = shellLog(folders.backend);
  keepCrashDumps(join(folders.shell, 'crashes'), log);
  preparePages();
  await app.whenReady();
  await openPageSession(dist, folders.shell);
  const memory = shellMemory(folders.shell);
  let updates: UpdateCommands | null = null;
  const redraw = () => {
    setMenu(facts(), window, backend, updates);
    tray.draw();
  };
  const facts = listenToPage(memory, redraw);
  openLetters();

  const closing = new AbortController();
  app.once('before-quit', () => closing.abort());
  const window = oneWindow(() => {
    const opened = openMainWindow(join(dist, 'preload.cjs'), folders.shell, facts);
    opened.on('session-end', () => closing.abort());
    tray.holdOpen(opened);
    return opened;
  });
  const tray = liveInTray({
    window,
    ask: lines.ask,
    memory,
    language: () => facts().language,
    picture: join(dist, 'tray.png'),
    command: hiddenStart(args),
    syncNow: () => backend.syncNow(),
    ending: closing.signal,
  });
  const policy = readPolicy();
  const backend = runBackend(
    dist,
    { type: 'open', dataDir: folders.backend, demo: args.demo, join: args.join, policy },
    {
      onState: lines.announce,
      log,
      onTold: (told) => {
        if (told.type === 'counts') tray.count(told);
        else tellOfficer(told.note, { window, ask: lines.ask }, facts().language);
      },
    },
  );
  redraw();
  openSafeMode({ dist, dataDir: folders.backend, backend, window: window.current });
  powerMonitor.on('resume', backend.syncNow);
  void tray.begin(args.hidden);
  app.on('second-instance', window.show);
  app.on('activate', window.show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    // Not within this event: Electron would take it as a part of the end that was just prevented, and go on.
    void backend.stop().then(() => setImmediate(() => app.quit()));
  });
  if (!app.isPackaged) return;
  updates = await watchForUpdates({
    dir: folders.shell,
    window: window.current,
    policy,
    log,
    prepare: backend.prepareUpdate,
    saving: backend.saving,
    closing: closing.signal,
  });
  redraw();
}

function setMenu(
  facts: WindowFacts,
  window: ReturnType<typeof oneWindow>,
  backend: ReturnType<typeof runBackend>,
  updates: UpdateCommands | null,
): void {
  const template = menuTemplate(process.platform, !app.isPackaged, facts, {
    about: () => window.on((over) => void showAbout(over, facts.language, backend.sqlite())),
    zoom: (step) => window.on(({ webContents }) => zoomBy(webContents, step)),
    choose: window.choose,
    updates,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Loaded by a package alone. */
async function watchForUpdates(setting: UpdateSetting): Promise<UpdateCommands> {
  const { startUpdates } = await import('./updates/start-updates.ts');
  const started = startUpdates(setting);
  started.watch();
  return started;
}

/** How the system starts this program on the same data, without its window. */
function hiddenStart({ dataDir }: ShellArguments): Command {
  const { APPIMAGE: path = process.execPath } = process.env;
  const program = app.isPackaged ? [] : [app.getAppPath()];
  const data = dataDir === null ? [] : ['--data', resolve(dataDir)];
  return { path, args: [...program, ...data, '--hidden'] };
}

/** With these Chromium believes any certificate; a start by hand or an icon may bear them. */
const BELIEVING = ['ignore-certificate-errors', 'ignore-certificate-errors-spki-list'];

/** What holds for every page; only before Electron is ready. */
function preparePages(): void {
  app.enableSandbox();
  // The page needs a tenth of it. V8 takes it as a sign to collect garbage early: on a PC with much memory it
  // would let the page grow to twice the size.
  app.commandLine.appendSwitch('js-flags', '--max-old-space-size=512');
  for (const name of BELIEVING) app.commandLine.removeSwitch(name);
  protocol.registerSchemesAsPrivileged([APP_PRIVILEGES]);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Null: another start has them already. */
function takeFolders(args: ShellArguments): ReturnType<typeof foldersOf> | null {
  const folders = foldersOf(args, app.getPath('userData'));
  mkdirSync(folders.shell, { recursive: true, mode: 0o700 });
  closeFolder(folders.shell);
  // The lock is per folder: two sets of data may run side by side, one set only once.
  app.setPath('userData', folders.shell);
  return app.requestSingleInstanceLock() ? folders : null;
}
