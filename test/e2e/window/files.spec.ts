import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { drawPhoto } from '../../support/photos.ts';
import { expect, test } from '../fixtures.ts';
import { importComplaints, opened } from '../office.ts';

const AGENCY = 'Dinas Perhubungan';
const ID = '9300982';

const composer = (page: Page) => page.getByRole('region', { name: 'Tulis' });
const chip = (page: Page, name: string | RegExp) =>
  composer(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

/** Files from the file manager, held over the middle of a place; let go: dropped there. */
async function drag(page: Page, files: readonly string[], place: Locator): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const box = await place.boundingBox();
  if (box === null) throw new Error('The place is not on the screen.');
  const event = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    devtools.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
  await event('dragEnter');
  await event('dragOver');
  return async () => {
    await event('drop');
    await devtools.detach();
  };
}

test('a picture of the clipboard and files of the file manager are attached; a file beside opens nothing', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  const photo = await drawPhoto(page, { width: 320, height: 200, type: 'image/png' });
  const plan = join(desk.dataDir, 'denah.png');
  const street = join(desk.dataDir, 'jalan.png');
  for (const path of [plan, street]) writeFileSync(path, photo, { mode: 0o644 });
  await opened(page, ID);
  await page.keyboard.press('r');

  const pane = page.getByRole('region', { name: 'Laporan', exact: true });
  const drop = await drag(page, [plan, street], pane.getByText('Isi laporan').first());
  await expect(page.getByText('Lepaskan untuk melampirkan')).toBeVisible();
  await drop();
  await expect(page.getByText('Lepaskan untuk melampirkan')).toBeHidden();
  for (const name of ['denah.png', 'jalan.png'])
    await expect(chip(page, name).getByRole('presentation')).toHaveJSProperty('naturalWidth', 320);

  const thumb = await chip(page, 'denah.png').getByRole('presentation').boundingBox();
  await desk.shell(({ webContents }, at) => webContents.getFocusedWebContents()?.copyImageAt(at.x, at.y), {
    x: Math.round(thumb?.x ?? 0) + 4,
    y: Math.round(thumb?.y ?? 0) + 4,
  });
  await page.keyboard.press('Control+v');
  await expect(chip(page, /^tempelan .*\.png$/).getByRole('presentation')).toHaveJSProperty(
    'naturalWidth',
    320,
  );

  const address = page.url();
  const beside = await drag(page, [plan], page.getByRole('navigation').first());
  await beside();
  await page.getByRole('button', { name: 'Pengaturan' }).click();
  const elsewhere = await drag(page, [plan], page.getByRole('dialog'));
  await elsewhere();
  await page.keyboard.press('Escape');
  await expect(composer(page).getByRole('listitem')).toHaveCount(3);
  expect(page.url()).toBe(address);
});
