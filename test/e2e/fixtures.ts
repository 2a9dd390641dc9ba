import { test as base, expect, type Page } from '@playwright/test';
import { findRuntime, NO_WINDOW } from '../../build/electron-runtime/runtime.ts';
import { type InstalledApp, installApp } from '../support/electron/installed-app.ts';
import { type HostOptions, type OfficeRole, type Stack, startStack } from '../support/stack.ts';
import { browserDesk, type Desk, electronDesk } from './desk.ts';

export { expect };

type Fixtures = {
  /** A central service of its own, in real processes. */
  readonly stack: Stack;
  /** The PC of this name, not yet started. `code`: enrols at the first start. */
  readonly desk: (name: string, options?: HostOptions) => Desk;
  /** The PC of an officer of this agency, just enrolled, its window open. */
  readonly deskOf: (agency: string, name: string, role?: OfficeRole) => Promise<Desk>;
  /** The window of such an officer. */
  readonly windowOf: (agency: string, name: string, role?: OfficeRole) => Promise<Page>;
  /** The window of a PC on which nobody works yet. */
  readonly freshWindow: () => Promise<Page>;
  /** What the pages of the test complained about: errors, and breaches of the page's policy. */
  readonly complaints: string[];
  /** Skips the test where the window cannot be had. */
  readonly hasWindow: undefined;
};

type Shared = {
  /** The app as it is installed; null in the browser. */
  readonly installed: InstalledApp | null;
};

const runtime = process.env.PENGHUBUNG_NO_WINDOW === undefined ? findRuntime(process.env) : null;

export const test = base.extend<Fixtures, Shared>({
  installed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use, info) => {
      const app = info.project.name === 'electron' && runtime !== null ? await installApp(runtime) : null;
      await use(app);
      await app?.remove();
    },
    { scope: 'worker' },
  ],
  hasWindow: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use, info) => {
      test.skip(info.project.name === 'electron' && runtime === null, NO_WINDOW);
      await use(undefined);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
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
  desk: async ({ stack, browser, complaints, installed }, use) => {
    const desks: Desk[] = [];
    await use((name, options = {}) => {
      const place = { stack, name, options, listen: (page: Page) => listen(page, complaints) };
      const desk = installed === null ? browserDesk(place, browser) : electronDesk(place, installed);
      desks.push(desk);
      return desk;
    });
    for (const desk of desks) await desk.close();
  },
  deskOf: async ({ stack, desk }, use) => {
    await use(async (agency, name, role) => {
      const own = desk(name, { code: await stack.code(agency, name, role) });
      await openEnrolled(own);
      return own;
    });
  },
  windowOf: async ({ deskOf }, use) => {
    await use(async (agency, name, role) => (await deskOf(agency, name, role)).page());
  },
  freshWindow: async ({ desk }, use) => {
    await use(() => desk('Baru').open());
  },
});

/** Opens the window of a PC on which somebody works: keys that come before it is there reach nobody. */
export async function openEnrolled(desk: Desk): Promise<Page> {
  const page = await desk.open();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return page;
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  // Playwright catches the system's window for files as long as somebody listens. It does not wait until it has
  // begun to: a key that is pressed right after the first word of a listener may open the real one.
  page.on('filechooser', () => {});
}
