import type { Locator, Page } from '@playwright/test';
import { objections } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { command, connection, entry, importComplaints, opened, synced, view } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const [FIRST, SECOND] = ['9300701', '9300702'];

test('an officer works a complaint by keyboard alone, without a connection: hands over, asks, arranges, postpones, finishes', async ({
  stack,
  windowOf,
}) => {
  await importComplaints(stack, [FIRST, SECOND], AGENCY);
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  await framesCome(page, 500);
  const togar = await windowOf(AGENCY, 'Togar Lubis', 'pelaksana');
  await opened(togar, FIRST);
  await opened(page, FIRST);
  await stack.central.stop();
  await expect(connection(page)).toContainText('Luring');

  await test.step('f: to a colleague, with a message', async () => {
    await page.keyboard.press('f');
    await page.keyboard.type('Tolong periksa tiangnya.');
    await page.getByLabel('Kepada').focus();
    await page.keyboard.type('Togar Lubis');
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'Ditugaskan ke Togar Lubis')).toContainText('Tolong periksa tiangnya.');
    await expect(row(page, FIRST)).toContainText('Togar Lubis');
  });

  await test.step('n: a note that names the colleague', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.getByLabel('Sebut rekan').selectOption('Togar Lubis');
    await page.keyboard.type('mohon kabar sebelum Jumat.');
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, '@Togar Lubis mohon kabar sebelum Jumat.')).toBeVisible();
  });

  await test.step('asks the reporter for what is missing, and takes it back within ten seconds', async () => {
    await command(page, 'minta data');
    await page.keyboard.type('Mohon nomor tiang yang mati.');
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'Mohon nomor tiang yang mati.')).toContainText('Permintaan data');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('textbox', { name: 'Permintaan data' })).toHaveValue(
      'Mohon nomor tiang yang mati.',
    );
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'Mohon nomor tiang yang mati.')).toBeVisible();
  });

  await test.step('s, priority, a label, a plan, a link: the agency’s own order', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    const snooze = page.getByRole('radiogroup', { name: 'Ingatkan lagi' });
    await expect(snooze.getByRole('radio', { name: 'tidak' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(entry(page, 'Diingatkan lagi')).toHaveCount(1);
    await command(page, 'ubah prioritas');
    await expect(page.getByRole('radio', { name: 'rendah' })).toBeFocused();
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await command(page, 'beri label');
    await page.keyboard.type('PJU Cemara');
    await page.keyboard.press('Enter');
    await command(page, 'tautkan laporan');
    await page.keyboard.type(SECOND);
    await page.keyboard.press('Enter');
    await expect(entry(page, 'Prioritas: mendesak')).toBeVisible();
    await expect(entry(page, '+ PJU Cemara')).toBeVisible();
    await expect(entry(page, `Ditautkan ke ${SECOND}`)).toBeVisible();
    await expect(row(page, FIRST)).toContainText('PJU Cemara');
    expect(await objections(page, 'arranged')).toEqual([]);
  });

  await test.step('postpones another one until a day, and finishes the first', async () => {
    await opened(page, SECOND);
    await command(page, 'tunda laporan');
    await page.keyboard.type('Menunggu material.');
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'Menunggu material.')).toContainText('Ditunda');
    await opened(page, FIRST);
    await page.keyboard.press('e');
    await page.keyboard.type('Lampu sudah menyala kembali.');
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'Lampu sudah menyala kembali.')).toContainText('Diselesaikan');
  });

  await test.step('with the connection all of it arrives, and the colleague sees what concerns them', async () => {
    await stack.central.start();
    await synced(page);
    await synced(togar);
    await expect(view(page, 'Perlu perhatian')).not.toContainText(/\d/);
    await expect(entry(togar, '@Togar Lubis mohon kabar')).toContainText('menyebut Anda');
    await expect(entry(togar, 'Lampu sudah menyala kembali.')).toBeVisible();
  });
});

test('a pelaksana drafts, the penghubung changes and approves it, the pimpinan sends another one back', async ({
  stack,
  windowOf,
}) => {
  await importComplaints(stack, [FIRST, SECOND], AGENCY);
  const togar = await windowOf(AGENCY, 'Togar Lubis', 'pelaksana');
  const rina = await windowOf(AGENCY, 'Rina Sitepu');
  const head = await windowOf(AGENCY, 'Maruli Siregar', 'pimpinan');
  for (const [id, text] of [
    [FIRST, 'Lampu kami ganti Kamis.'],
    [SECOND, 'Sudah beres.'],
  ] as const) {
    await opened(togar, id);
    await togar.keyboard.press('r');
    await togar.keyboard.type(text);
    await expect(togar.getByRole('button', { name: 'Ajukan' })).toBeVisible();
    await togar.keyboard.press('Control+Enter');
    await expect(entry(togar, text)).toContainText('Usulan: Tindak lanjut');
  }
  await expect(view(rina, 'Menunggu persetujuan')).toContainText('2');
  await opened(rina, FIRST);
  await entry(rina, 'Lampu kami ganti Kamis.')
    .getByRole('button', { name: 'Ubah lalu setujui' })
    .press('Enter');
  await expect(rina.getByRole('textbox', { name: 'Teks yang disetujui' })).toBeFocused();
  await rina.keyboard.type(' Mohon pantau.');
  await rina.keyboard.press('Control+Enter');
  await expect(entry(rina, 'disetujui Rina Sitepu, dengan perubahan')).toContainText('Togar Lubis');

  await opened(head, SECOND);
  await entry(head, 'Sudah beres.').getByRole('button', { name: 'Kembalikan' }).press('Enter');
  await head.keyboard.type('Sebut tanggalnya.');
  await head.keyboard.press('Control+Enter');
  await opened(togar, SECOND);
  await expect(entry(togar, 'Sebut tanggalnya.')).toContainText('Usulan dikembalikan');
  await opened(togar, FIRST);
  const said = entry(togar, 'Lampu kami ganti Kamis. Mohon pantau.');
  await expect(said).toContainText('Tindak lanjut');
  await expect(view(rina, 'Menunggu persetujuan')).not.toContainText(/\d/);
});

test('an accepted answer waits under Perlu tayang: one key copies it and opens LAPOR!, Enter says that it stands there', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [FIRST], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await opened(page, FIRST);
  await page.keyboard.press('r');
  await page.keyboard.type('Lampu kami ganti Kamis. Hubungi 0812-3456-7890.');
  await expect(page.getByText('telepon 0812-3456-7890')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'data pribadi' })).toBeVisible();
  await page.getByRole('button', { name: 'Samarkan' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Teks tindak lanjut' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(view(page, 'Perlu tayang')).toContainText('1');
  await page.keyboard.press('Escape');
  expect(await desk.led(() => page.keyboard.press('t'))).toBe('https://www.lapor.go.id/');
  expect(await desk.clipboard()).toBe('Lampu kami ganti Kamis. Hubungi 0812-****-****.');
  await expect(page.getByRole('button', { name: 'Sudah tayang' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(entry(page, 'Sudah tayang di LAPOR!')).toContainText('Anda');
  await expect(view(page, 'Perlu tayang')).not.toContainText(/\d/);
});

/**
 * On a busy PC the next picture can be half a second away; what is typed until then must arrive all the same.
 */
async function framesCome(page: Page, lateMs: number): Promise<void> {
  await page.evaluate((late) => {
    const next = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => window.setTimeout(() => next(callback), late);
    window.cancelAnimationFrame = window.clearTimeout.bind(window);
  }, lateMs);
}

const row = (page: Page, id: string): Locator =>
  page.getByRole('grid').getByRole('row').filter({ hasText: id });
