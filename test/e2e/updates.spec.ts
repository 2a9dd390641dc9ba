import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { findRuntime } from '../../build/electron-runtime/runtime.ts';
import { KEYS, PACKAGE, PINNED, publish } from '../../electron/shell/testing/release-folder.ts';
import { databaseFolder } from '../support/database-folder.ts';
import { installApp } from '../support/electron/installed-app.ts';
import { startStack } from '../support/stack.ts';
import { expect, test } from './fixtures.ts';

/** The program as an installed AppImage; its new version is a script that says it was started. */
async function installedProgram(releases: string) {
  const runtime = findRuntime(process.env);
  if (runtime === null) throw new Error('no runtime of Electron');
  const stack = await startStack({ releases });
  const installed = await installApp(runtime, { url: `${stack.central.address()}/releases/`, keys: PINNED });
  const place = mkdtempSync(join(stack.folder, 'bin-'));
  chmodSync(place, 0o777);
  chmodSync(stack.folder, 0o755);
  const appImage = join(place, 'Penghubung.AppImage');
  writeFileSync(appImage, 'the old version');
  const dataDir = join(stack.folder, 'officer');
  const app = await installed.start({ dataDir, env: { APPIMAGE: appImage } });
  const page = await app.firstWindow();
  await expect(page.locator('body')).toContainText('Penghubung');
  return {
    app,
    appImage,
    dataDir,
    started: join(place, 'started'),
    leave: async () => {
      await app.close().catch(() => undefined);
      await installed.remove();
      await stack.close();
    },
  };
}

/** The officer presses the first button of each box; answers what the boxes have said. */
async function pressFirst(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ dialog }) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    Object.assign(dialog, {
      showMessageBox: async (_over: unknown, box: { readonly message: string }) => {
        said.push(box.message);
        return { response: 0 };
      },
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { said: readonly string[] }).said);
}

const choose = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const help = Menu.getApplicationMenu()?.items.find(({ role }) => role === 'help')?.submenu;
    help?.items.find((item) => item.label.startsWith(wanted))?.click();
  }, label);

test('an installed program takes a signed release from the central service, and no other', async () => {
  const releases = join(databaseFolder('releases'), 'releases');
  await publish(releases, {}, KEYS.stranger);
  const { app, appImage, dataDir, started, leave } = await installedProgram(releases);
  const said = await pressFirst(app);

  await choose(app, 'Periksa pembaruan');
  await expect.poll(said).toHaveLength(1);
  expect((await said())[0]).toContain('kunci yang tidak dikenal program ini. Tidak ada yang dipasang.');

  const date = new Date().toISOString();
  await publish(releases, { date, content: `#!/bin/sh\necho started > '${started}'\n` });
  const version = readFileSync(join(releases, PACKAGE), 'utf8');
  await choose(app, 'Periksa pembaruan');
  await expect.poll(() => existsSync(started)).toBe(true);
  expect(readFileSync(appImage, 'utf8')).toBe(version);
  expect(existsSync(join(dataDir, 'journal.db.copy-update'))).toBe(true);
  await leave();
  rmSync(releases, { recursive: true });
});
