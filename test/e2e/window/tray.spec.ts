import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../desk.ts';
import { expect, openEnrolled, test } from '../fixtures.ts';
import { importComplaints, opened } from '../office.ts';

const AGENCY = 'Dinas Perhubungan';
const ID = '9300981';
const TEXT = 'Tim kami memeriksa lampu itu besok pagi.';

type Icon = { readonly tip: string; readonly menu: Electron.Menu };
type Noted = { icon?: Partial<Icon> };

const BUS = 'unix:path=/nowhere';

/** A folder with a D-Bus program by whose word a panel shows icons. */
function panel(dir: string): string {
  const bin = join(dir, 'bin');
  mkdirSync(bin, { recursive: true });
  chmodSync(bin, 0o755);
  writeFileSync(join(bin, 'dbus-send'), '#!/bin/sh\necho "   variant       boolean true"\n', { mode: 0o755 });
  return bin;
}

/** From now on there is one; what it is given is noted down. */
async function panelIn(desk: Desk): Promise<void> {
  await desk.shell(
    ({ Tray }, [dir, bus]) => {
      process.env.PATH = `${dir}:${process.env.PATH}`;
      process.env.DBUS_SESSION_BUS_ADDRESS = bus;
      const icon: Partial<{ tip: string; menu: Electron.Menu }> = {};
      Object.assign(globalThis, { icon });
      Tray.prototype.setToolTip = (tip) => void Object.assign(icon, { tip });
      Tray.prototype.setContextMenu = (menu) => void Object.assign(icon, { menu });
    },
    [panel(desk.dataDir), BUS] as const,
  );
}

const cross = (desk: Desk) => desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const isSeen = (desk: Desk) =>
  desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
const tip = (desk: Desk) => desk.shell(() => (globalThis as Noted).icon?.tip);

/** A line of the icon's menu. Not awaited where the program ends by it. */
const choose = (desk: Desk, line: string) =>
  desk.shell((_electron, wanted) => {
    (globalThis as Noted).icon?.menu?.items.find(({ label }) => label.startsWith(wanted))?.click();
  }, line);

test('the cross asks once, then the program goes on behind its icon, and a text that is being written stays', async ({
  stack,
  deskOf,
  installed,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await opened(page, ID);
  await panelIn(desk);
  await page.keyboard.press('r');
  const composer = page.getByRole('textbox', { name: 'Teks tindak lanjut' });
  await composer.fill(TEXT);

  await cross(desk);
  const question = page.getByRole('dialog', { name: 'Tutup jendela saja?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(await isSeen(desk)).toEqual([true]);

  await cross(desk);
  await question.getByRole('button', { name: 'Tetap berjalan' }).click();
  await expect.poll(() => isSeen(desk)).toEqual([false]);
  await expect.poll(() => tip(desk)).toMatch(/^Penghubung · Hari ini: \d+ · Kotak keluar: 0$/);

  // A second start shows it again, as it was left.
  expect(await installed?.startAgain(desk.dataDir)).toBe(0);
  await expect.poll(() => isSeen(desk)).toEqual([true]);
  await expect(composer).toHaveValue(TEXT);

  await cross(desk);
  await expect.poll(() => isSeen(desk)).toEqual([false]);
  await choose(desk, 'Kotak keluar');
  await expect.poll(() => isSeen(desk)).toEqual([true]);
  await expect.poll(() => page.title()).toBe('Kotak keluar · Penghubung');

  // As by a power cut while it is hidden: what was typed is in the journal.
  await cross(desk);
  await expect.poll(() => isSeen(desk)).toEqual([false]);
  await desk.kill();
  const again = await openEnrolled(desk);
  await opened(again, ID);
  await expect(again.getByRole('textbox', { name: 'Teks tindak lanjut' })).toHaveValue(TEXT);
});

test('the settings show what the cross does and start the program with the system, without its window', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  const entry = () => desk.shell(({ app }) => `${app.getPath('appData')}/autostart/penghubung.desktop`);
  const settings = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Pengaturan' }).click();
    await expect(page.getByRole('dialog', { name: 'Pengaturan' })).toBeVisible();
  };
  // No panel shows icons here: there is nothing to choose for the cross.
  await settings();
  const start = page.getByRole('radiogroup', { name: 'Mulai bersama komputer' });
  await expect(start.getByRole('radio', { name: 'Tidak' })).toBeChecked();
  await expect(page.getByRole('radiogroup', { name: 'Bila jendela ditutup' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await panelIn(desk);
  await settings();
  const closing = page.getByRole('radiogroup', { name: 'Bila jendela ditutup' });
  await expect(closing.getByRole('radio', { name: 'Tanyakan' })).toBeChecked();
  await closing.getByText('Keluar', { exact: true }).click();
  await start.getByText('Ya', { exact: true }).click();
  await expect(start.getByRole('radio', { name: 'Ya' })).toBeChecked();
  const file = await entry();
  expect(readFileSync(file, 'utf8')).toMatch(
    new RegExp(`^Exec="/.+" "--data" "${desk.dataDir}" "--hidden"$`, 'm'),
  );
  await start.getByText('Tidak', { exact: true }).click();
  await expect.poll(() => existsSync(file)).toBe(false);
  await page.keyboard.press('Escape');
  // The program ends with its window, as it was chosen.
  await desk.closeWindow();
});

test('started by the system it has no window until somebody asks; where no panel shows icons it has one', async ({
  stack,
  installed,
}) => {
  if (installed === null) throw new Error('no window of Electron');
  const dataDir = join(stack.folder, 'hidden');
  const env = { PATH: `${panel(stack.folder)}:${process.env.PATH}`, DBUS_SESSION_BUS_ADDRESS: BUS };
  const hidden = await installed.start({ dataDir, args: ['--hidden'], env });
  const backends = () =>
    hidden.evaluate(
      ({ app }) => app.getAppMetrics().filter(({ name }) => name === 'Penghubung backend').length,
    );
  await expect.poll(backends).toBe(1);
  expect(await hidden.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const opening = hidden.waitForEvent('window');
  expect(await installed.startAgain(dataDir)).toBe(0);
  const page = await opening;
  await expect(page.getByRole('button').first()).toBeVisible();
  await hidden.close();

  const seen = await installed.start({ dataDir, args: ['--hidden'] });
  await expect((await seen.firstWindow()).getByRole('button').first()).toBeVisible();
  await seen.close();
});
