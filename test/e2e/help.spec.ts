import { objections } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { command, importComplaints } from './office.ts';

test('a new officer is shown the window in five steps, once, and finds the handbook and the keys by keyboard', async ({
  stack,
  windowOf,
}) => {
  await importComplaints(stack, ['9300901'], 'Dinas Perhubungan');
  const page = await windowOf('Dinas Perhubungan', 'Rina Sitepu');
  const tour = page.getByRole('region', { name: 'Pengenalan jendela' });
  await expect(tour).toContainText('1 dari 5.');
  expect(await objections(page, 'the tour')).toEqual([]);
  for (const step of [2, 3, 4, 5]) {
    await tour.getByRole('button', { name: 'Lanjut' }).press('Enter');
    await expect(tour).toContainText(`${step} dari 5.`);
  }
  await tour.getByRole('button', { name: 'Mulai bekerja' }).press('Enter');
  await expect(tour).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(tour).toHaveCount(0);
  await command(page, 'tunjukkan isi jendela');
  await expect(tour).toContainText('1 dari 5.');
  await tour.getByRole('button', { name: 'Lewati' }).press('Enter');

  await page.keyboard.press('F1');
  const book = page.getByRole('dialog', { name: 'Buku petunjuk' });
  const chapters = book.getByRole('navigation', { name: 'Bab' }).getByRole('button');
  await expect(book.getByRole('img')).toBeVisible();
  await chapters.filter({ hasText: 'Tanpa sambungan' }).press('Enter');
  await expect(book.getByRole('article', { name: 'Tanpa sambungan' })).toContainText('tepat satu kali');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Tombol pintas' })).toContainText('Buku petunjuk');
});
