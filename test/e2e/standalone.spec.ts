import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { exportRow, makeExport } from '../support/excel.ts';
import { objections } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { command, connection, entry, importComplaints, opened, put, view } from './office.ts';
import { wordsAmiss } from './wording.ts';

const AGENCY = 'Dinas Perhubungan';
const LAMP = '9300951';
const ANSWER = 'Lampu sudah diganti petugas kami hari ini. Terima kasih atas laporannya.';

test('an office without a central service imports its export, answers, and joins one later with all of it', async ({
  stack,
  freshWindow,
}) => {
  const rows = [LAMP, '9300952'].map((id) =>
    exportRow({ 'Tracking ID': id, 'Instansi Terdisposisi': AGENCY }),
  );
  const file = await makeExport(rows, { path: join(stack.folder, 'ekspor.xlsx') });
  const page = await freshWindow();
  const way = page.getByRole('radio', { name: 'Sendiri dahulu' });
  await way.press('Enter');
  await page.getByLabel('Nama OPD').press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Tulis nama OPD Anda.');
  await page.getByLabel('Nama OPD').pressSequentially('Dishub');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rina Sitepu');
  expect(await amiss(page, 'the first screen of an office alone')).toEqual([]);
  await page.keyboard.press('Enter');

  const tour = page.getByRole('region', { name: 'Pengenalan jendela' });
  await tour.getByRole('button', { name: 'Lewati' }).press('Enter');
  await expect(page.getByText('Belum ada laporan di komputer ini')).toBeVisible();
  await command(page, 'impor ekspor');
  const dialog = page.getByRole('dialog', { name: 'Impor ekspor LAPOR!' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Pilih berkas…' }).press('Enter');
  await (await chooser).setFiles(file);
  // The export writes the agency otherwise: it is chosen once.
  await dialog.getByRole('radio', { name: new RegExp(AGENCY) }).press('Space');
  await expect(dialog.getByText('2', { exact: true })).toBeVisible();
  expect(await amiss(page, 'an export before it is taken')).toEqual([]);
  await dialog.getByRole('button', { name: 'Impor', exact: true }).press('Enter');
  await expect(dialog.getByText('Sudah diimpor')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(view(page, 'Semua')).toContainText('2');
  await expect(connection(page)).toContainText('Mandiri');

  await opened(page, LAMP);
  await page.keyboard.press('r');
  await put(page, ANSWER);
  await page.keyboard.press('Control+Enter');
  await expect(entry(page, ANSWER)).toContainText(/tercatat\s*K-\d{9}/);
  const receipt = /K-\d{9}/.exec((await entry(page, ANSWER).textContent()) ?? '')?.[0] ?? '';

  // The central service has imported the export too; the officer gets a joining code, and everything comes
  // along.
  await importComplaints(stack, [LAMP, '9300952'], AGENCY);
  const code = await stack.code(AGENCY, 'Rina Sitepu', 'penghubung', '--joining');
  await command(page, 'gabung layanan pusat');
  const form = page.getByRole('dialog', { name: 'Gabung layanan pusat' });
  expect(await amiss(page, 'the form for joining a central service')).toEqual([]);
  await form.getByLabel('Alamat layanan pusat').pressSequentially(stack.central.address());
  await page.keyboard.press('Tab');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Komputer ini sudah bergabung.')).toBeVisible();
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  await expect(view(page, 'Semua')).toContainText('2');
  await opened(page, LAMP);
  await expect(entry(page, ANSWER)).toHaveCount(1);
  await expect(entry(page, ANSWER)).toContainText(receipt);
  await expect(entry(page, ANSWER)).toContainText('sebelum bergabung');
});

test('who practises sees it on every screen, and nothing of it is on the own desk', async ({
  stack,
  windowOf,
}) => {
  await importComplaints(stack, [LAMP], AGENCY);
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  await command(page, 'mode latihan');
  const bar = page.getByRole('region', { name: 'Mode latihan.' });
  await expect(bar).toContainText('tidak ada yang keluar');
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page).toHaveTitle(/^Mode latihan · /);
  expect(await amiss(page, 'the practice')).toEqual([]);
  await page
    .getByRole('region', { name: 'Pengenalan jendela' })
    .getByRole('button', { name: 'Lewati' })
    .press('Enter');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await put(page, ANSWER);
  await page.keyboard.press('Control+Enter');
  await expect(entry(page, ANSWER)).toContainText(/terkirim\s*K-\d{9}/);
  await page.keyboard.press('?');
  await expect(bar).toBeVisible();
  await page.keyboard.press('Escape');

  await command(page, 'selesai latihan');
  await expect(bar).toHaveCount(0);
  await expect(view(page, 'Semua')).toContainText('1');
  await command(page, 'kotak keluar');
  await expect(page.getByText(ANSWER)).toHaveCount(0);
});

/** What axe objects to, and words that are cut or of the other language. */
async function amiss(page: Page, name: string): Promise<readonly string[]> {
  return [...(await objections(page, name)), ...(await wordsAmiss(page, 'id', name))];
}
