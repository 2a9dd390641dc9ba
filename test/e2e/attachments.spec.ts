import type { Locator, Page } from '@playwright/test';
import { drawPhoto, heldSideways } from '../support/photos.ts';
import { expect, test } from './fixtures.ts';
import { openRow } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const ANSWER = 'Petugas memeriksa 11 titik lampu pada Kamis; fotonya terlampir.';
const PROGRAM = Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00', 'latin1');

test('files are picked, pasted and dropped by an officer, made safe and small, and come back with an undone text', async ({
  stack,
  deskOf,
}) => {
  await stack.central.cli('demo');
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  const small = await drawPhoto(page, { width: 200, height: 150 });
  const large = heldSideways(await drawPhoto(page, { width: 2400, height: 1800, grain: 60 }));
  const screen = await drawPhoto(page, { width: 640, height: 480, grain: 0, type: 'image/png' });
  await openFirst(page);

  // By keyboard alone: the key opens the system's own window.
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('l');
  await (await chooser).setFiles({ name: 'foto-tiang.jpg', mimeType: 'image/jpeg', buffer: large });
  const tiang = chip(page, 'foto-tiang.jpg');
  await expect(tiang.getByText(/^\d+ kB \(asli \d,\d MB\)/)).toBeVisible();
  // Upright, though the camera was held sideways, and 1,600 pixels long.
  await expect(tiang.getByRole('presentation')).toHaveJSProperty('naturalWidth', 1200);
  await expect(tiang.getByRole('presentation')).toHaveJSProperty('naturalHeight', 1600);
  await tiang.getByRole('button', { name: 'kirim asli' }).click();
  await expect(tiang.getByText(/^\d,\d MB/)).toBeVisible();
  await tiang.getByRole('button', { name: 'kirim yang diperkecil' }).click();
  await expect(tiang.getByRole('button', { name: 'kirim asli' })).toBeVisible();

  await composer(page).getByRole('textbox').focus();
  await hand(page, composer(page).getByRole('textbox'), 'paste', 'image.png', screen);
  await expect(chip(page, /^tempelan .*\.png$/)).toBeVisible();
  const pane = page.getByRole('region', { name: 'Laporan', exact: true });
  const text = pane.getByText('Isi laporan').first();
  await hand(page, text, 'dragenter', 'denah.png', screen);
  await expect(page.getByText('Lepaskan untuk melampirkan')).toBeVisible();
  await hand(page, text, 'drop', 'denah.png', screen);
  await expect(page.getByText('Lepaskan untuk melampirkan')).toBeHidden();
  await expect(chip(page, 'denah.png')).toBeVisible();

  // What is not taken says which file, why, and what is taken instead; the rest stays.
  await pick(page, 'kosong.jpg', Buffer.alloc(0));
  await expect(page.getByText('“kosong.jpg” tidak dilampirkan: berkasnya kosong.')).toBeVisible();
  await pick(page, 'foto-palsu.jpg', PROGRAM);
  await expect(page.getByText('“foto-palsu.jpg” tidak dilampirkan: isinya program')).toBeVisible();
  await pick(page, 'catatan.txt', Buffer.from('hanya teks'));
  await expect(page.getByText(/isinya bukan jenis berkas.*Yang diterima: foto/)).toBeVisible();
  for (const name of ['kosong.jpg', 'foto-palsu.jpg', 'catatan.txt'])
    await page.getByRole('button', { name: `Tutup pesan tentang ${name}` }).click();

  // Strange names are made safe.
  await pick(page, `..\\..\\${'n'.repeat(240)}.jpg`, small);
  await expect(chip(page, /^n{100,116}\.jpg$/)).toBeVisible();
  await pick(page, '\u202egpj.exe.png', screen);
  await expect(chip(page, 'gpj.exe.png')).toBeVisible();
  await expect(composer(page).getByRole('button', { name: /^5 berkas · / })).toBeVisible();

  // A file that was removed comes back by one key.
  await page.getByRole('button', { name: 'Hapus lampiran gpj.exe.png' }).click();
  await expect(chip(page, 'gpj.exe.png')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(chip(page, 'gpj.exe.png')).toBeVisible();
  await page.getByRole('button', { name: 'Hapus lampiran gpj.exe.png' }).click();
  await expect(composer(page).getByRole('button', { name: /^4 berkas · / })).toBeVisible();

  // Files alone are no answer.
  await composer(page).getByRole('textbox').press('Control+Enter');
  await expect(page.getByText('Tulis juga teksnya')).toBeVisible();

  await page.keyboard.type(ANSWER);
  await page.keyboard.press('Control+Enter');
  // Undone at once, within its ten seconds: the text and its files, in the field.
  await expect(composer(page).getByRole('textbox')).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(composer(page).getByRole('textbox')).toHaveValue(ANSWER);
  await expect(composer(page).getByRole('listitem')).toHaveCount(4);
  await composer(page).getByRole('textbox').press('Control+Enter');
  const sent = page.getByRole('listitem').filter({ hasText: ANSWER });
  await expect(sent.getByRole('button', { name: /^Buka / })).toHaveCount(4);

  // Looked at, one after the other, with the keys.
  await sent.getByRole('button', { name: /^Buka foto-tiang/ }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('img', { name: 'foto-tiang.jpg' })).toHaveJSProperty(
    'naturalHeight',
    1600,
  );
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog').getByRole('img', { name: /^tempelan/ })).toBeVisible();
  const file = await desk.saved(() => page.getByRole('button', { name: 'Simpan ke komputer' }).click());
  expect(file.name).toMatch(/^tempelan .*\.png$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('several drafts stand side by side, and all of them, with a photo, survive a kill -9 in the middle of a word', async ({
  stack,
  deskOf,
}) => {
  await stack.central.cli('demo');
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  let page = desk.page();
  const photo = await drawPhoto(page, { width: 200, height: 150 });
  await openFirst(page);

  await page.keyboard.press('r');
  await page.keyboard.type('Draf pertama untuk pelapor');
  await page.keyboard.press('Control+Shift+D');
  await expect(composer(page).getByRole('textbox')).toHaveValue('');
  await page.keyboard.type('Draf kedua, lebih pendek');
  await composer(page)
    .getByRole('radio', { name: /^Draf 1/ })
    .click();
  await expect(composer(page).getByRole('textbox')).toHaveValue('Draf pertama untuk pelapor');

  // Thrown away, and brought back where it was.
  await page.getByRole('button', { name: 'Buang draf' }).click();
  await expect(composer(page).getByRole('textbox')).toHaveValue('Draf kedua, lebih pendek');
  await page.getByRole('button', { name: /^Urungkan/ }).click();
  await expect(composer(page).getByRole('textbox')).toHaveValue('Draf pertama untuk pelapor');

  // A text that is taken back stands beside what was begun meanwhile.
  await composer(page).getByRole('textbox').press('Control+Enter');
  await expect(composer(page).getByRole('textbox')).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(composer(page).getByRole('textbox')).toHaveValue('Draf pertama untuk pelapor');
  await expect(composer(page).getByRole('radio', { name: /^Draf \d: Draf kedua/ })).toBeVisible();

  await pick(page, 'foto.jpg', photo);
  await expect(chip(page, 'foto.jpg')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await composer(page).getByLabel('OPD yang berwenang').selectOption({ index: 1 });
  const suggested = await composer(page).getByLabel('OPD yang berwenang').inputValue();
  await composer(page).getByRole('textbox').pressSequentially('Jalan ini jalan provin');
  await expect(page.locator('[data-save-state=saved]')).toBeVisible();
  await composer(page).getByRole('textbox').pressSequentially('si');
  await desk.kill();

  page = await desk.open();
  const recovery = page.getByRole('region', { name: '3 tulisan belum selesai' });
  await expect(recovery.getByText('Penghubung berhenti mendadak.')).toBeVisible();
  await expect(recovery.getByText('“Draf pertama untuk pelapor” · 1 lampiran')).toBeVisible();

  // Found again by the palette, and opened with the keys alone.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lanjutkan');
  await page.keyboard.press('Enter');
  await expect(recovery.getByRole('button', { name: /Bukan wewenang/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(composer(page).getByRole('textbox')).toHaveValue(/^Jalan ini jalan provin/);
  await expect(composer(page).getByLabel('OPD yang berwenang')).toHaveValue(suggested);
  await recovery.getByRole('button', { name: /Draf pertama/ }).press('Enter');
  await expect(composer(page).getByRole('textbox')).toHaveValue('Draf pertama untuk pelapor');
  await expect(chip(page, 'foto.jpg').getByRole('presentation')).toHaveJSProperty('naturalWidth', 200);

  // What is sent leaves the list, and closed it stays closed.
  await composer(page).getByRole('textbox').press('Control+Enter');
  await expect(page.getByRole('region', { name: '2 tulisan belum selesai' })).toBeVisible();
  await page.getByRole('button', { name: 'Tutup daftar tulisan' }).click();
  await expect(page.getByRole('region', { name: /tulisan belum selesai/ })).toBeHidden();
});

const composer = (page: Page) => page.getByRole('region', { name: 'Tulis' });
const chip = (page: Page, name: string | RegExp) =>
  composer(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

async function openFirst(page: Page): Promise<void> {
  const rows = page.getByRole('grid').locator('[role=row][aria-selected]');
  await openRow(page, rows.nth(1));
  await expect(composer(page)).toBeVisible();
}

async function pick(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByTestId('picker').setInputFiles({ name, mimeType: '', buffer });
}

/** What the mouse or the clipboard hands to a place of the page. */
async function hand(
  page: Page,
  place: Locator,
  event: 'paste' | 'dragenter' | 'drop',
  name: string,
  bytes: Buffer,
): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, base64]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], file, { type: 'image/png' }));
      return transfer;
    },
    [name, bytes.toString('base64')] as const,
  );
  if (event === 'paste') {
    await place.evaluate((element, clipboardData) => {
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
  } else await place.dispatchEvent(event, { dataTransfer: data });
}
