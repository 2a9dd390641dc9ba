import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { exportRow, makeExport } from '../support/excel.ts';
import type { Stack } from '../support/stack.ts';
import { objections } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { command, connection, entry, opened, synced } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const [GALANG, PAKAM, MARKET] = ['9300901', '9300902', '9300903'];

test('an officer begins the day by keyboard alone, without a connection: what comes first, searches with filters, keeps a view', async ({
  stack,
  windowOf,
}) => {
  await threeComplaints(stack);
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  await opened(page, MARKET);
  await stack.central.stop();
  await expect(connection(page)).toContainText('Luring');
  const results = page.getByRole('grid', { name: 'Hasil pencarian' }).getByRole('row');
  const filters = page.getByRole('list', { name: 'Saringan' });

  await test.step('g: what to answer first and why; Enter opens it', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    const look = page.getByRole('dialog', { name: /^Selamat/ });
    await expect(look).toContainText('Jawaban pertama');
    await expect(look).toContainText('Menurut sinkron terakhir');
    expect(await objections(page, 'morning')).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const first = (await look.getByRole('listitem').first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expect(page.locator(`[data-case="lapor-${/\d{7}/.exec(first)?.[0]}"]`)).toBeVisible();
  });

  await test.step('/: a filter is completed while one types, shown, and taken off', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('lampu kec:pak');
    await expect(page.getByRole('option', { name: 'Lubuk Pakam' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(filters).toContainText('kecamatan: Lubuk Pakam');
    await expect(results).toHaveCount(1);
    await expect(results).toContainText(PAKAM);
    await filters.getByRole('button').focus();
    await page.keyboard.press('Delete');
    await expect(filters).toHaveCount(0);
    await expect(results).toHaveCount(2);
    await expect(page.getByRole('combobox', { name: 'Cari laporan' })).toBeFocused();
  });

  await test.step('a filter that does not exist is said', async () => {
    await page.keyboard.type(' kota:medan');
    await expect(page.getByText('Saringan “kota:” tidak dikenal')).toBeVisible();
  });

  await test.step('a search is kept under a name, counted, renamed, removed and brought back', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type('lampu kec:galang');
    await expect(results).toHaveCount(1);
    await expect(results).toContainText(GALANG);
    await command(page, 'simpan pencarian');
    await page.keyboard.type('Lampu Galang');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Terbaru masuk' })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(own(page, 'Lampu Galang')).toContainText('1');
    await page.keyboard.press('Escape');
    await command(page, 'ke lampu galang');
    await expect(results).toHaveCount(1);
    await expect(results).toContainText(GALANG);
    await command(page, 'atur tampilan');
    const dialog = page.getByRole('dialog', { name: 'Tampilan saya' });
    await dialog.getByRole('textbox', { name: 'Nama tampilan Lampu Galang' }).fill('PJU');
    await page.keyboard.press('Enter');
    await expect(own(page, 'PJU')).toHaveCount(1);
    await dialog.locator('summary').press('Enter');
    await expect(dialog.getByRole('radio', { name: 'Terbaru masuk' })).toBeChecked();
    await expect(results).toContainText('Galang');
    await dialog.getByRole('checkbox', { name: 'Kecamatan' }).press('Space');
    await expect(results).not.toContainText('Galang');
    expect(await objections(page, 'own views')).toEqual([]);
    await dialog.getByRole('button', { name: 'Hapus PJU' }).focus();
    await page.keyboard.press('Enter');
    await expect(own(page, 'PJU')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(own(page, 'PJU')).toContainText('1');
    await page.keyboard.press('Escape');
  });

  await test.step('what was written on a complaint is found once it has been delivered', async () => {
    await stack.central.start();
    await synced(page);
    await opened(page, MARKET);
    await page.keyboard.press('n');
    await page.keyboard.type('Hubungi pengelola kios.');
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'Hubungi pengelola kios.')).toContainText('terkirim');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('pengelola');
    await expect(results).toHaveCount(1);
    await expect(results).toContainText('dalam catatan: Hubungi pengelola kios.');
    expect(await objections(page, 'found in a note')).toEqual([]);
  });

  await test.step('own views are there when the window is opened again', async () => {
    await page.reload();
    await expect(own(page, 'PJU')).toContainText('1');
  });
});

const own = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Tampilan saya' }).getByRole('button', { name });

/** Two broken lamps in two kecamatan, and a market. */
async function threeComplaints(stack: Stack): Promise<void> {
  const place = { 'ID Instansi Terdisposisi': 7001, 'Instansi Terdisposisi': AGENCY };
  const rows = [
    exportRow({ ...place, 'Tracking ID': GALANG, Kecamatan: 'Galang' }),
    exportRow({ ...place, 'Tracking ID': PAKAM, Kecamatan: 'Lubuk Pakam' }),
    exportRow({
      ...place,
      'Tracking ID': MARKET,
      Kecamatan: 'Galang',
      'Judul Laporan': 'Pasar Kotor',
      'Isi Laporan Awal': 'pasar kotor sekali',
      'Isi Laporan Akhir': 'Pasar kotor sekali',
      Kategori: 'PERDAGANGAN > PASAR',
    }),
  ];
  const file = await makeExport(rows, { path: join(stack.folder, 'pagi.xlsx') });
  const done = await stack.central.cli('import', file, '--create-agencies', '--apply', '--json');
  expect(done.code, done.stderr).toBe(0);
}
