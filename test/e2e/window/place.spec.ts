import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';

const boundsOf = (desk: Desk) =>
  desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

test('a second start opens no second window: the first one comes forward, and both use the same data', async ({
  desk: deskNamed,
  installed,
}) => {
  const desk = deskNamed('Baru');
  await desk.open();
  await desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await installed?.startAgain(desk.dataDir)).toBe(0);
  const windows = () =>
    desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await expect.poll(windows).toEqual([true]);
});

test('the window stands where it was left, and within reach where that screen is gone', async ({
  desk: deskNamed,
}) => {
  const desk = deskNamed('Baru');
  const left = { x: 60, y: 40, width: 1100, height: 660 };
  await desk.open();
  await desk.shell(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), left);
  await expect.poll(() => boundsOf(desk)).toEqual(left);
  await desk.closeWindow();
  await desk.open();
  expect(await boundsOf(desk)).toEqual(left);

  // The second screen of the office was to the right of this one.
  await desk.closeWindow();
  const kept = join(desk.dataDir, 'shell/window.json');
  writeFileSync(kept, readFileSync(kept, 'utf8').replace('"x":60', '"x":1800'));
  await desk.open();
  const found = await boundsOf(desk);
  expect(found).toMatchObject({ width: left.width, height: left.height });
  expect(found?.x).toBeLessThan(1366 - 100);
});
