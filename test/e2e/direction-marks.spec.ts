import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { exportRow, makeExport } from '../support/excel.ts';
import { expect, test } from './fixtures.ts';
import { command, opened } from './office.ts';

/** Turns what follows from right to left, and is never closed: "gpj.exe" reads "exe.jpg". */
const RLO = '\u202e';
const AGENCY = 'Dinas Perhubungan';
const LONG_PATH = Array.from({ length: 150 }, (_, n) => `Bagian ${n}`).join(' > ');

/** Texts with such a mark that share a line with others, and elements that would let it out. */
const leaks = (page: Page) =>
  page.evaluate(() => {
    const isShown = (node: Node): boolean =>
      (node.textContent ?? '').trim() !== '' &&
      !(node instanceof Element && node.matches('.visually-hidden, svg'));
    const elements = [...document.querySelectorAll('#root *, [role=dialog] *')];
    const open = elements.filter((element) => getComputedStyle(element).unicodeBidi === 'normal');
    const shared = elements.filter((element) => {
      const shown = [...element.childNodes].filter(isShown);
      return (
        shown.length > 1 &&
        shown.some(
          (node) => node.nodeType === Node.TEXT_NODE && /[\u202a-\u202e]/.test(node.textContent ?? ''),
        )
      );
    });
    return [...open, ...shared].map((element) => element.outerHTML.slice(0, 200));
  });

test('a mark that turns the direction turns nothing beside its own text, and no text widens the page', async ({
  stack,
  windowOf,
}) => {
  const row = exportRow({
    'Tracking ID': '9300951',
    'ID Instansi Terdisposisi': 7001,
    'Instansi Terdisposisi': AGENCY,
    'Judul Laporan': `gpj.${RLO}exe lampu mati`,
    'Isi Laporan Awal': `Lampu mati ${RLO}sejak kemarin`,
    'Nama Pelapor': `Budi ${RLO}Ginting`,
    Kecamatan: `Lubuk ${RLO}Pakam`,
    Kategori: LONG_PATH,
    'Status Laporan': `Aneh ${RLO}sekali`,
  });
  const file = await makeExport([row], { path: join(stack.folder, 'marks.xlsx') });
  const done = await stack.central.cli('import', file, '--create-agencies', '--apply', '--json');
  expect(done.code, done.stderr).toBe(0);

  const page = await windowOf(AGENCY, `Rina ${RLO}Sitepu`);
  await expect(page.getByRole('grid').getByText('lampu mati')).toBeVisible();
  expect(await leaks(page)).toEqual([]);
  await opened(page, '9300951');
  for (const closed of await page.locator('[data-case] [aria-expanded=false]').all()) await closed.click();
  expect(await leaks(page)).toEqual([]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('9300951');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  expect(await leaks(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().width > innerWidth)
        .map((element) => element.className),
    ),
  ).toEqual([]);
  await command(page, 'catatan sinkronisasi');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await leaks(page)).toEqual([]);
});
