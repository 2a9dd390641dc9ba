import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { findChromium } from './build/test/chromium.ts';

/**
 * `npm test` names the browser; started by hand, the system's is looked for (Playwright's own when there is
 * none).
 */
const executablePath = findChromium({
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  playwrights: '',
});

/** What only a window of Electron has. */
const OF_THE_WINDOW = ['**/window/*.spec.ts', '**/updates.spec.ts'];
/** The browser host, the command that starts it, and screens in two tabs of one officer. */
const OF_THE_BROWSER = '**/{browser-host,start,accessibility}.spec.ts';

export default defineConfig({
  testDir: 'test/e2e',
  // That of the project leads "better-sqlite3" to its types, which is nothing to be run.
  tsconfig: './test/e2e/playwright.tsconfig.json',
  outputDir: 'test-results',
  forbidOnly: process.env.CI !== undefined,
  // Each test brings up a central service, PostgreSQL and a browser, and mostly waits: for a line, for the
  // time of undo. Three at once keep two processors busy.
  workers: 3,
  // What does not come on a busy machine either fails by the limit of its expectation, long before this one.
  timeout: 900_000,
  expect: { timeout: 60_000, toPass: { timeout: 60_000 } },
  reporter: 'list',
  use: {
    actionTimeout: 60_000,
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'browser', use: { browserName: 'chromium' }, testIgnore: OF_THE_WINDOW },
    // The same stories in the real window, where Electron's runtime can be had.
    { name: 'electron', testIgnore: OF_THE_BROWSER },
  ],
});
