import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, protocol, session } from 'electron';
import { START_FAILURES } from '#shared/i18n/start-failures.ts';
import { readBuiltWindow } from '#shared/node/built-window.ts';
import { readPolicy } from '#shared/node/policy.ts';
import { closeFolder, writePrivately } from '#shared/node/private-files.ts';
import { APP_PRIVILEGES, answerAppRequest } from './app-protocol.ts';
import { foldersOf, parseShellArguments } from './arguments.ts';
import { forkBackend } from './backend-process.ts';
import { superviseBackend } from './backend-supervisor.ts';
import { openContextMenus } from './context-menu.ts';
import { guardContents, guardSession } from './guards.ts';
import { openLines } from './lines.ts';
import { bringForward, openMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { APP_SCHEME } from './origin.ts';
import { findDictionary, setUpSpelling } from './spelling.ts';
import type { UpdateCommands } from './updates/watch-updates.ts';
import { listenToPage } from './window-facts.ts';
import { PAGE_PARTITION } from './window-options.ts';

/** Runs the app from the bundles in `dist`. To be called before Electron is ready. */
export async function runShell(dist: string): Promise<void> {
  // Of what Chromium writes into the user's folder, too.
  writePrivately();
  const args = parseShellArguments(process.argv.slice(1), process.env);
  const folders = foldersOf(args, app.getPath('userData'));
  mkdirSync(folders.shell, { recursive: true, mode: 0o700 });
  closeFolder(folders.shell);
  // The lock below is per folder: two sets of data may run side by side, one set only once.
  app.setPath('userData', folders.shell);
  if (!app.requestSingleInstanceLock()) return app.quit();

  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_PRIVILEGES]);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));

  await app.whenReady();
  const pages = session.fromPartition(PAGE_PARTITION);
  setUpSpelling(pages, findDictionary(process.platform, folders.shell));
  await guardSession(pages);
  const facts = listenToPage();
  const built = readBuiltWindow(dist);
  pages.protocol.handle(APP_SCHEME, (request) => answerAppRequest(built, request));

  const setMenu = (updates: UpdateCommands | null) =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, !app.isPackaged, updates)));
  setMenu(null);

  const policy = readPolicy();
  const lines = openLines(() => backend);
  const backend = superviseBackend({
    fork: () => forkBackend(join(dist, 'backend.js')),
    open: { type: 'open', dataDir: folders.backend, demo: args.demo, join: args.join, policy },
    now: () => performance.now(),
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    onState: (state) => lines.announce(state),
    onFailure: (code) => {
      const { id, en } = START_FAILURES[code];
      dialog.showErrorBox('Penghubung', `${id}\n\n${en}`);
      app.quit();
    },
    log: (message) => console.error(message),
  });

  let window: BrowserWindow | null = null;
  const showWindow = () => {
    if (window !== null) return bringForward(window);
    window = openMainWindow(join(dist, 'preload.cjs'), folders.shell);
    openContextMenus(window, facts);
    window.on('session-end', () => closing.abort());
    window.on('closed', () => {
      window = null;
    });
  };
  showWindow();
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    void backend.stop().then(() => app.quit());
  });

  const closing = new AbortController();
  app.once('before-quit', () => closing.abort());
  if (app.isPackaged) {
    const { startUpdates } = await import('./updates/start-updates.ts');
    const { prepareUpdate: prepare } = backend;
    const updates = startUpdates({
      dir: folders.shell,
      window: () => window,
      policy,
      prepare,
      closing: closing.signal,
    });
    setMenu(updates);
    updates.watch();
  }
}
