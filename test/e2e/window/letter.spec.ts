import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { importComplaints, opened } from '../office.ts';
import { answerSaveDialog } from '../outside-electron.ts';

const ID = '9300701';
const AGENCY = 'Dinas Perhubungan';

test('what a printer or a disk does not take is said in a sentence, and changes no file', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await opened(page, ID);
  // By the menu, as by its key.
  const line = desk.shell(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const found = items.find(({ label }) => label === 'Cetak laporan');
    found?.click();
    return found && [found.accelerator, found.enabled];
  });
  expect(await line).toEqual(['Ctrl+P', true]);
  const save = page.getByRole('button', { name: 'Simpan PDF' });
  const dialog = page.getByRole('dialog', { name: 'Cetak laporan' });
  await expect(page.getByRole('button', { name: 'Cetak', exact: true })).toBeFocused();

  // No printer of this machine is known to the program: it runs without the system's print service.
  await page.keyboard.press('Control+p');
  await expect(dialog).toContainText('Komputer ini tidak mengenal satu pun pencetak.');

  // A folder of somebody else.
  const foreign = join(stack.folder, 'foreign');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'x.pdf'), 'older');
  chmodSync(foreign, 0o555);
  await desk.shell(answerSaveDialog, join(foreign, 'x.pdf'));
  await save.click();
  await expect(dialog).toContainText('PDF tidak tersimpan: tempat itu tidak dapat ditulisi.');
  expect([readdirSync(foreign), readFileSync(join(foreign, 'x.pdf'), 'utf8')]).toEqual([['x.pdf'], 'older']);

  // A dialog that was closed is no problem.
  await desk.shell(answerSaveDialog, null);
  await save.click();
  await expect(dialog.getByText('PDF tidak tersimpan')).toBeHidden();
});

test('paper does not follow the zoom of the window, nor its theme', async ({ stack, deskOf }) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await opened(page, ID);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+p');
  const before = await desk.paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  await desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5));
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(1.5);
  const after = await desk.paper();
  expect(after.pages.map(({ letters }) => letters)).toEqual(before.pages.map(({ letters }) => letters));
});
