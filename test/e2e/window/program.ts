import { chmodSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { databaseFolder } from '../../support/database-folder.ts';
import { expect, test as inWindow } from '../fixtures.ts';

export { expect };

/** The program in its first window. `opened`: the addresses that the system was asked to open. */
export type Program = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  readonly opened: () => readonly string[];
};

/** One program for all tests of this file; each begins on a page that was just loaded. */
export const test = inWindow.extend<{ readonly program: Program }, { readonly running: Program | null }>({
  running: [
    async ({ installed }, use) => {
      if (installed === null) return use(null);
      const folder = databaseFolder('hardened');
      const { bin, opened } = systemBrowser(folder);
      const app = await installed.start({
        dataDir: join(folder, 'data'),
        env: { PATH: `${bin}:${process.env.PATH}` },
      });
      const page = await app.firstWindow();
      await whole(page);
      await use({ app, page, folder, opened });
      await app.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  program: async ({ running }, use) => {
    if (running === null) throw new Error('no window of Electron');
    await running.page.goto('app://penghubung/');
    await whole(running.page);
    await use(running);
  },
});

/** Its backend has answered: the first choice of a new PC stands there. */
const whole = (page: Page): Promise<void> => expect(page.getByRole('button').first()).toBeVisible();

/** What Linux calls to open an address; here it only notes it down. */
function systemBrowser(folder: string) {
  const bin = join(folder, 'bin');
  const notes = join(folder, 'opened');
  mkdirSync(bin);
  mkdirSync(notes);
  chmodSync(notes, 0o777);
  const script = `#!/bin/sh\nprintf %s "$1" > '${notes}'/$$\n`;
  writeFileSync(join(bin, 'xdg-open'), script, { mode: 0o755 });
  return { bin, opened: () => globSync(`${notes}/*`).map((note) => readFileSync(note, 'utf8')) };
}
