import {
  _electron,
  type Browser,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';
import { ROOT } from '../../build/base/paths.ts';
import { findElectron } from '../../build/packaging/electron-runtime.ts';
import { type HostProcess, type OfficeRole, type Stack, startStack } from '../support/stack.ts';

export { expect };

type Fixtures = {
  /** A central service of its own, in real processes. */
  readonly stack: Stack;
  /**
   * The window of an officer of this agency, just enrolled: a tab over the browser host, or Electron's own.
   */
  readonly windowOf: (agency: string, name: string, role?: OfficeRole) => Promise<Page>;
  /** The window of a PC on which nobody works yet. */
  readonly freshWindow: () => Promise<Page>;
  /** What the pages of the test complained about: errors, and breaches of the page's policy. */
  readonly complaints: string[];
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  stack: async ({}, use) => {
    const stack = await startStack();
    await use(stack);
    await stack.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, 'errors in the window').toEqual([]);
  },
  windowOf: async ({ stack, browser, complaints }, use, info) => {
    const closers: (() => Promise<void>)[] = [];
    const tab = async (agency: string, name: string, role?: OfficeRole): Promise<Page> => {
      const page = await tabOf(await stack.officer(agency, name, role), browser, complaints, closers);
      // Keys that are pressed before the window is there reach nobody.
      await expect(page.getByRole('navigation').first()).toBeVisible();
      return page;
    };
    const electron = async (agency: string, name: string): Promise<Page> => {
      const code = await stack.code(agency, name);
      return electronOf(stack, name, code, complaints, closers);
    };
    await use(info.project.name === 'electron' ? electron : tab);
    for (const close of closers) await close();
  },
  freshWindow: async ({ stack, browser, complaints }, use, info) => {
    const closers: (() => Promise<void>)[] = [];
    await use(async () => {
      if (info.project.name === 'electron') return electronOf(stack, 'Baru', null, complaints, closers);
      const host = stack.host('Baru');
      await host.start();
      return tabOf(host, browser, complaints, closers);
    });
    for (const close of closers) await close();
  },
});

type Closers = (() => Promise<void>)[];

async function tabOf(
  host: HostProcess,
  browser: Browser,
  complaints: string[],
  closers: Closers,
): Promise<Page> {
  const context = await browser.newContext();
  closers.push(() => context.close());
  const page = await context.newPage();
  listen(page, complaints);
  await page.goto(host.address());
  return page;
}

async function electronOf(
  stack: Stack,
  name: string,
  code: string | null,
  complaints: string[],
  closers: Closers,
): Promise<Page> {
  const app = await launchElectron(stack, name, code);
  closers.push(() => app.close());
  const page = await app.firstWindow();
  listen(page, complaints);
  return page;
}

/** Without it every test of the project `electron` is skipped, with this reason. */
export const electronRuntime = findElectron(process.env);
export const NO_ELECTRON =
  'no Electron runtime here: not in node_modules/electron/dist, nor by ELECTRON_OVERRIDE_DIST_PATH';

async function launchElectron(stack: Stack, name: string, code: string | null): Promise<ElectronApplication> {
  if (electronRuntime === null) throw new Error(NO_ELECTRON);
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return await _electron.launch({
    executablePath: electronRuntime.executable,
    args: [
      ROOT,
      // The tests run as root too, where Chromium's own sandbox cannot.
      '--no-sandbox',
      '--data',
      stack.host(name).dataDir,
      ...(code === null ? [] : ['--join-url', stack.central.address(), '--join-name', name]),
    ],
    env: {
      ...(env as Record<string, string>),
      ...(code === null ? {} : { PENGHUBUNG_JOIN_CODE: code }),
    },
  });
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}
