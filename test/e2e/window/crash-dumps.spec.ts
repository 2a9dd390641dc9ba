import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';

const CRASHES = 5;

test('a page that crashes leaves its dump on this PC, the newest three, and the log says that it died', async ({
  desk: deskNamed,
}) => {
  const desk = deskNamed('Baru');
  const page = await desk.open();
  await expect(page.getByRole('button').first()).toBeVisible();
  const file = join(desk.dataDir, 'log/shell.log');
  const log = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
  const crash = () =>
    desk.shell(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // It is loaded again by itself.
      while (contents?.isLoading() || contents?.isCrashed())
        await new Promise((next) => setTimeout(next, 20));
      contents?.forcefullyCrashRenderer();
    });
  for (let n = 1; n <= CRASHES; n++) {
    await crash();
    await expect.poll(() => log().filter((line) => line.includes('the page is gone')).length).toBe(n);
  }
  const last: unknown = JSON.parse(log().at(-1) ?? '');
  expect(last).toMatchObject({ msg: expect.stringMatching(/^the page is gone: (crashed|killed)$/) });
  const dumps = () => globSync('shell/crashes/**/*.dmp', { cwd: desk.dataDir }).length;
  expect(dumps()).toBeGreaterThan(0);
  // The next start leaves no more.
  await desk.kill();
  await desk.open();
  expect(dumps()).toBeLessThanOrEqual(3);
});
