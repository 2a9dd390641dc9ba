import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { exportRow, type MadeRow, makeExport } from '../support/excel.ts';
import type { Stack } from '../support/stack.ts';
import { expect, test } from './fixtures.ts';
import { entry, opened } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const A4 = [595, 842];
const ID = '9300701';

/** Right to left, emoji, and a mark that would turn round what stands after it. */
const MIXED = 'Assalamualaikum السلام عليكم 🙏\nlampu \u202eitam\nterima kasih';

async function imported(stack: Stack, row: MadeRow): Promise<void> {
  const file = await makeExport([exportRow({ 'Tracking ID': ID, ...row })], {
    path: join(stack.folder, 'a.xlsx'),
  });
  const done = await stack.central.cli('import', file, '--create-agencies', '--apply', '--json');
  expect(done.code, done.stderr).toBe(0);
}

async function write(page: Page, key: string, words: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press(key);
  await page.keyboard.insertText(words);
  await page.keyboard.press('Control+Enter');
  await expect(entry(page, words.slice(0, 20))).toBeVisible();
}

test('a report comes out on A4 with all that the reporter may read, and with internal notes only when chosen', async ({
  stack,
  deskOf,
}) => {
  await imported(stack, {
    'Isi Laporan Awal': MIXED,
    'Nama Pelapor': 'Siti Rahasia',
    'Tipe Laporan (Anonim/Rahasia)': 'Anonim, Rahasia',
  });
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await opened(page, ID);
  await write(page, 'n', 'Jangan dibawa keluar kantor.');
  await write(page, 'r', 'Tim kami sudah memeriksa tiangnya.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: 'Cetak laporan' })).toBeVisible();

  const open = await desk.paper();
  expect(open.name).toBe(`laporan-${ID}.pdf`);
  for (const { size } of open.pages) expect(size).toEqual(A4);
  const text = open.pages.map((each) => each.text).join(' ');
  for (const words of [
    'PEMERINTAH KABUPATEN SEI MELATI',
    'DINAS PERHUBUNGAN',
    `Nomor LAPOR!: ${ID}`,
    'RAHASIA',
    'Anonim',
    'Cemara Indah, Lubuk Melati',
    'Sab, 3 Jan 2026, 09.30 WIB',
    'jatuh tempo',
    'Tindak lanjut',
    'Rina Sitepu',
    'Tim kami sudah memeriksa tiangnya.',
    'Dicetak ',
    `Halaman 1 dari ${open.pages.length}`,
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(
    /Jangan dibawa|Siti Rahasia|HANYA UNTUK OPD|Cetak laporan|Simpan PDF|Kotak keluar/,
  );

  await page.getByRole('radio', { name: 'Dengan catatan internal (1)' }).click();
  const closed = await desk.paper();
  expect(closed.name).toBe(`laporan-${ID}-internal.pdf`);
  const all = closed.pages.map((each) => each.text).join(' ');
  expect(all).toContain('Jangan dibawa keluar kantor.');
  expect(all).toContain('HANYA UNTUK OPD');
  expect(all).not.toContain('Siti Rahasia');
});

test('a long report comes out whole on numbered pages, none of its lines lost', async ({ stack, deskOf }) => {
  const lines = Array.from({ length: 700 }, (_, index) => `baris ${index + 1} dari kronologi warga`);
  await imported(stack, { 'Isi Laporan Awal': lines.join('\n'), 'Isi Laporan Akhir': '' });
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await opened(desk.page(), ID);
  await desk.page().keyboard.press('Control+p');
  await expect(desk.page().getByRole('dialog', { name: 'Cetak laporan' })).toBeVisible();
  const { pages } = await desk.paper();
  expect(pages.length).toBeGreaterThan(10);
  pages.forEach(({ size, text }, index) => {
    expect(size).toEqual(A4);
    expect(text).toContain(`Halaman ${index + 1} dari ${pages.length}`);
  });
  const all = pages.map(({ text }) => text).join(' ');
  expect(lines.filter((line) => !all.includes(line))).toEqual([]);
});

test('the page that explains a delay comes out alone and whole too', async ({ stack, windowOf }) => {
  await imported(stack, {});
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  await opened(page, ID);
  await page.getByRole('button', { name: 'Jelaskan keterlambatan' }).click();
  await expect(page.getByRole('dialog')).toContainText(`Laporan ${ID}, ${AGENCY}`);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.evaluate(() => {
    const printed = document.querySelector('[data-printed]');
    const around: string[] = [];
    for (let each = printed; each !== null && each !== document.documentElement; each = each.parentElement) {
      const { position, overflow, maxHeight } = getComputedStyle(each);
      around.push(`${position} ${overflow} ${maxHeight}`);
    }
    return { text: document.body.innerText, own: printed?.textContent, around: [...new Set(around)] };
  });
  expect(paper.around).toEqual(['static visible none']);
  expect(paper.text.replace(/\s/g, '').toLowerCase()).toBe(paper.own?.replace(/\s/g, '').toLowerCase());
});
