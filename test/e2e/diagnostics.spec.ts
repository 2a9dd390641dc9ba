import { expect, test } from './fixtures.ts';
import { command, importComplaints } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const ID = '9300981';

test('what helps to find a fault is read first, file by file, and what is saved is what was read', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await expect(page.getByRole('row').filter({ hasText: ID })).toBeVisible();
  await command(page, 'laporkan masalah');
  const dialog = page.getByRole('dialog', { name: 'Laporkan masalah' });
  const names = dialog.getByRole('navigation', { name: 'Berkas' }).getByRole('button');
  await expect(names.filter({ hasText: 'sinkronisasi.txt' })).toBeVisible();
  const read: string[] = [];
  for (const name of await names.all()) {
    await name.focus();
    await page.keyboard.press('Enter');
    await expect(name).toHaveAttribute('aria-current', 'page');
    read.push(await dialog.locator('pre').innerText());
  }
  expect(read.join('\n')).toContain('enrolled');
  const saved = await desk.saved(() => dialog.getByRole('button', { name: 'Simpan semua' }).click());
  expect(saved.name).toMatch(/^penghubung-masalah-\d{4}-\d{2}-\d{2}\.txt$/);
  for (const text of read) expect(saved.content).toContain(text.trimEnd());
  for (const secret of [ID, 'Rina', AGENCY, 'Lampu']) expect(saved.content).not.toContain(secret);
  await page.keyboard.press('Escape');

  await command(page, 'bukti');
  await expect(page.getByRole('dialog', { name: 'Bukti' })).toContainText('Paket ini dibuat tanpa bukti');
});
