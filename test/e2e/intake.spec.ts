import { objections } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { connection, entry, importComplaints, synced, view } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const POST = [
  'Budi Santoso',
  '@budi_s',
  '@dishub_contoh lampu jalan sepanjang Cemara mati total, tolong diperbaiki',
  '14.05 · 25 Nov 2025',
].join('\n');

test('without a connection a pasted post becomes a complaint in the own queue, and a letter one for another agency; each arrives once', async ({
  stack,
  windowOf,
}) => {
  await importComplaints(stack, ['9300901'], AGENCY);
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  await stack.central.stop();
  await expect(connection(page)).toContainText('Luring');
  const dialog = page.getByRole('dialog', { name: 'Catat pengaduan' });
  const words = page.getByRole('textbox', { name: 'Isi pengaduan' });

  await test.step('a: a pasted post fills the form, and is there again after the window was closed', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await expect(words).toBeFocused();
    await page.evaluate((text) => navigator.clipboard.writeText(text), POST);
    await page.keyboard.press('Control+v');
    await expect(words).toHaveValue(
      '@dishub_contoh lampu jalan sepanjang Cemara mati total, tolong diperbaiki',
    );
    await expect(page.getByLabel('Akun atau nama pengirim')).toHaveValue('@budi_s');
    await expect(page.getByLabel('Media sosial', { exact: true })).toHaveValue('x');
    await expect(dialog.locator('[data-save-state=saved]')).toBeVisible();
    await page.reload();
    await page
      .getByRole('region', { name: /belum selesai|Tulisan/ })
      .getByRole('button', { name: /Lampu jalan/ })
      .press('Enter');
    await expect(words).toHaveValue(/lampu jalan sepanjang Cemara/);
    await page.keyboard.press('Escape');
    await expect(view(page, 'Draf')).toContainText('1');
    await view(page, 'Draf').press('Enter');
    await page
      .getByRole('region', { name: 'Yang sedang disusun' })
      .getByRole('button', { name: /Lampu jalan/ })
      .press('Enter');
    await expect(words).toHaveValue(/lampu jalan sepanjang Cemara/);
  });

  await test.step('what is missing is said at its field; then it stands in the queue at once', async () => {
    await page.getByLabel('Telepon').focus();
    await page.keyboard.type('tidak ada');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('alert').filter({ hasText: 'Nomor telepon belum benar' })).toBeVisible();
    await expect(page.getByLabel('Telepon')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('0812-0000-0000');
    await page.getByLabel('Kecamatan').focus();
    await page.keyboard.type('Lubuk Pakam');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: /Lampu jalan sepanjang Cemara/ })).toBeVisible();
    await expect(entry(page, 'Dicatat dari kanal lain')).toContainText('Anda');
    await expect(page.getByRole('main').getByText('belum bernomor').first()).toBeVisible();
  });

  await test.step('a letter that says the same is recognised; one for another agency goes to be forwarded', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await expect(words).toBeFocused();
    await page.keyboard.type('Lampu jalan sepanjang Cemara mati total');
    await page.getByLabel('Kecamatan').focus();
    await page.keyboard.type('Lubuk Pakam');
    await expect(page.getByRole('region', { name: 'Mungkin sudah dilaporkan (1)' })).toBeVisible();
    await page.getByRole('button', { name: 'Ini laporan yang sama' }).press('Enter');
    const note = page.getByRole('textbox', { name: 'Teks catatan internal' });
    await expect(note).toBeFocused();
    await expect(note).toHaveValue(/Pengaduan yang sama masuk lewat Media sosial/);
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'Pengaduan yang sama masuk')).toContainText('hanya OPD');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await expect(words).toBeFocused();
    await page.keyboard.type('Puskesmas tutup setiap Sabtu.');
    await page.getByLabel('Judul', { exact: true }).focus();
    await page.keyboard.type('Puskesmas tutup');
    await page.getByLabel('Kanal', { exact: true }).selectOption('letter');
    await page.getByRole('radio', { name: 'Admin Instansi, untuk diteruskan' }).press('Space');
    expect(await objections(page, 'recording')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Admin Instansi yang meneruskannya')).toBeVisible();
  });

  await test.step('with the connection both arrive once: one in the queue with its number, one that waits', async () => {
    await stack.central.start();
    await synced(page);
    await expect(view(page, 'Perlu perhatian')).not.toContainText(/\d/);
    await view(page, 'Semua').press('Enter');
    const rows = page.getByRole('grid').getByRole('row');
    await expect(rows.filter({ hasText: 'Lampu jalan sepanjang Cemara' })).toHaveText(/K-\d+/);
    await expect(rows.filter({ hasText: 'Puskesmas tutup' })).toHaveCount(0);
    const waiting = await stack.central.cli('waiting', '--json');
    expect(
      waiting.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { number: expect.stringMatching(/^K-\d+$/), channel: 'Surat', title: 'Puskesmas tutup' },
    ]);
  });
});
