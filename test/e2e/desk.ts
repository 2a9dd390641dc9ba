import type { Browser, BrowserContext, ElectronApplication, Page } from '@playwright/test';
import type { InstalledApp } from '../support/electron/installed-app.ts';
import type { HostOptions, Stack } from '../support/stack.ts';
import {
  ledByBrowser,
  type Paper,
  paperOfBrowser,
  pasted,
  type SavedFile,
  savedByBrowser,
} from './outside-browser.ts';
import { ledByElectron, paperOfElectron, savedByElectron } from './outside-electron.ts';

/** A function that runs in Electron's main process. */
type InShell = ElectronApplication['evaluate'];

/** An officer's PC. Its window is a tab over the browser host, or Electron's own: a story does not know. */
export type Desk = {
  /** Its data stay when it is closed or killed, and are there when it is opened again. */
  readonly dataDir: string;
  readonly open: () => Promise<Page>;
  /** The window that is open. */
  readonly page: () => Page;
  /** What is saved as a file by this deed. */
  readonly saved: (deed: () => Promise<void>) => Promise<SavedFile>;
  /** What comes out of the dialog that prints, which is open: the PDF that the window saves, or the browser's. */
  readonly paper: () => Promise<Paper>;
  /** The address that the system's browser is asked to open by this deed. */
  readonly led: (deed: () => Promise<void>) => Promise<string>;
  /** What the clipboard holds. The window itself may write to it and never read it. */
  readonly clipboard: () => Promise<string>;
  /** Only in the window of Electron. */
  readonly shell: InShell;
  /** By its cross; the program ends with its only window, by itself. */
  readonly closeWindow: () => Promise<void>;
  /** As by the officer. */
  readonly close: () => Promise<void>;
  /** As by a power cut. */
  readonly kill: () => Promise<void>;
};

type Place = {
  readonly stack: Stack;
  readonly name: string;
  readonly options: HostOptions;
  readonly listen: (page: Page) => void;
};

export function browserDesk({ stack, name, options, listen }: Place, browser: Browser): Desk {
  const host = stack.host(name, options);
  let context: BrowserContext | null = null;
  let page: Page | null = null;
  const leave = async (end: () => Promise<void>) => {
    await page?.close();
    page = null;
    await end();
  };
  return {
    dataDir: host.dataDir,
    open: async () => {
      await host.start();
      context ??= await browser.newContext({ permissions: ['clipboard-write'] });
      page = await context.newPage();
      listen(page);
      await page.goto(host.address());
      return page;
    },
    page: () => opened(page),
    saved: (deed) => savedByBrowser(opened(page), deed),
    paper: () => paperOfBrowser(opened(page)),
    led: (deed) => ledByBrowser(opened(page), deed),
    clipboard: () => pasted(opened(page)),
    shell: () => {
      throw new Error('A tab of a browser has no shell.');
    },
    closeWindow: () => leave(host.stop),
    close: () => leave(host.stop),
    kill: () => leave(host.kill),
  };
}

export function electronDesk(place: Place, installed: InstalledApp): Desk {
  const { stack, name, options, listen } = place;
  const { dataDir } = stack.host(name);
  let app: ElectronApplication | null = null;
  let page: Page | null = null;
  const leave = async (end: (app: ElectronApplication) => Promise<void>) => {
    if (app !== null) await end(app);
    app = null;
    page = null;
  };
  return {
    dataDir,
    open: async () => {
      app = await installed.start({ dataDir, ...joining(place, options) });
      // On a busy machine it takes its time.
      page = await app.firstWindow({ timeout: 180_000 });
      listen(page);
      return page;
    },
    page: () => opened(page),
    saved: (deed) => savedByElectron(opened(app), dataDir, deed),
    paper: () => paperOfElectron(opened(app), opened(page), dataDir),
    led: (deed) => ledByElectron(opened(app), deed),
    clipboard: () => opened(app).evaluate(({ clipboard }) => clipboard.readText()),
    shell: (...deed: Parameters<InShell>) => opened(app).evaluate(...deed),
    closeWindow: () => leave(closeAsOfficer),
    close: () => leave((running) => running.close()),
    kill: () => leave(killAll),
  };
}

function opened<T>(open: T | null): T {
  if (open === null) throw new Error('The window of this desk is not open.');
  return open;
}

function joining({ stack, name }: Place, { code, centralUrl, demo }: HostOptions) {
  const args = demo === true ? ['--demo'] : [];
  if (code === undefined) return { args };
  return {
    args: [...args, '--join-url', centralUrl ?? stack.central.address(), '--join-name', name],
    env: { PENGHUBUNG_JOIN_CODE: code },
  };
}

async function closeAsOfficer(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close');
  // Not awaited: it takes the line on which its answer would come with it.
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {});
  await closed;
}

/** All of its processes at once: Playwright starts it as the leader of a group. */
async function killAll(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close');
  process.kill(-(app.process().pid ?? 0), 'SIGKILL');
  await closed;
}
