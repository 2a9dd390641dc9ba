import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { command, importComplaints, opened } from '../office.ts';

const AGENCY = 'Dinas Perhubungan';
const ID = '9300981';

/** The labels of the menus, or what can be chosen in one of them, each with its key. */
function menu(desk: Desk, name?: string): Promise<readonly string[]> {
  return desk.shell(({ Menu }, wanted) => {
    const menus = Menu.getApplicationMenu()?.items ?? [];
    if (wanted === undefined) return menus.map(({ label }) => label);
    const items = menus.find(({ label }) => label === wanted)?.submenu?.items ?? [];
    return items.flatMap(({ enabled, label, accelerator }) =>
      enabled && label !== '' ? [accelerator == null ? label : `${label} [${accelerator}]`] : [],
    );
  }, name);
}

const choose = (desk: Desk, name: string, line: string): Promise<void> =>
  desk.shell(
    ({ Menu }, [inMenu, wanted]) => {
      const items = Menu.getApplicationMenu()?.items.find(({ label }) => label === inMenu)?.submenu?.items;
      items?.find(({ label }) => label === wanted)?.click();
    },
    [name, line] as const,
  );

test('every command stands in the menus with its key, is done when it is chosen, and in both languages', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await opened(page, ID);
  await expect
    .poll(() => menu(desk))
    .toEqual(['Berkas', 'Sunting', 'Laporan', 'Daftar', 'Tampilan', 'Alat', 'Pengaturan', 'Bantuan']);
  expect(await menu(desk, 'Laporan')).toEqual(
    expect.arrayContaining(['Tulis tindak lanjut [r]', 'Jelaskan keterlambatan', 'Lampirkan berkas [l]']),
  );
  expect(await menu(desk, 'Alat')).toContain('Semua perintah [Ctrl+K]');
  expect(await menu(desk, 'Tampilan')).toContain('Ke Terlambat');

  await choose(desk, 'Laporan', 'Tulis tindak lanjut');
  await expect(page.getByRole('textbox', { name: 'Teks tindak lanjut' })).toBeFocused();
  await page.keyboard.type('Kami periksa.');
  await choose(desk, 'Alat', 'Baca buku petunjuk');
  await expect(page.getByRole('dialog', { name: 'Buku petunjuk' })).toBeVisible();
  // Behind a dialog nothing is done.
  await expect.poll(() => menu(desk, 'Alat')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => menu(desk, 'Alat')).toContain('Baca buku petunjuk [F1]');

  await choose(desk, 'Tampilan', 'Ke Selesai');
  await expect.poll(() => menu(desk, 'Laporan')).toEqual([]);
  await command(page, 'english');
  await expect
    .poll(() => menu(desk))
    .toEqual(['File', 'Edit', 'Complaint', 'List', 'View', 'Tools', 'Settings', 'Help']);
  expect(await menu(desk, 'Tools')).toContain('Read the handbook [F1]');
});
