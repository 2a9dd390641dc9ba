import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { addDays, type Day, dayNumber, dayOfMs, weekday } from '#shared/domain/calendar/day.ts';
import { exportRow, makeExport } from '../support/excel.ts';
import { objections } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { command, connection, entry, opened, synced } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const [LATE, FRESH] = ['9300801', '9300802'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];

test('the clocks of a complaint: why it is late, a promise on the ruler, waiting for the reporter, and a day off that is added', async ({
  stack,
  windowOf,
}) => {
  const today = dayOfMs(Date.now());
  const file = await makeExport([row(LATE, addDays(today, -60)), row(FRESH, addDays(today, -1))], {
    path: join(stack.folder, 'clocks.xlsx'),
  });
  expect((await stack.central.cli('import', file, '--create-agencies', '--apply')).code).toBe(0);
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  await opened(page, LATE);

  await test.step('the page that explains the delay, to be copied into a letter', async () => {
    await command(page, 'jelaskan keterlambatan');
    const dialog = page.getByRole('dialog', { name: 'Jelaskan keterlambatan' });
    await expect(dialog).toContainText('Jawaban pertama: jatuh tempo');
    await expect(dialog).toContainText('belum selesai: terlambat');
    await expect(dialog.getByRole('row')).toHaveCount(1);
    expect(await objections(page, 'the delay')).toEqual([]);
    await dialog.getByRole('button', { name: 'Salin teks' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('without a connection: a day on the ruler says whether it keeps the rule, and Enter plans it', async () => {
    await opened(page, FRESH);
    await stack.central.stop();
    await expect(connection(page)).toContainText('Luring');
    await clock(page, 'Penyelesaian').focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('tooltip')).toContainText('tepat pada batas');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tooltip')).toContainText('Janjikan paling lambat');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(entry(page, 'Rencana:')).toHaveCount(1);
  });

  await test.step('the clock of completion waits while the reporter is asked for data', async () => {
    await page.keyboard.press('Escape');
    await command(page, 'minta data');
    await page.keyboard.type('Mohon nomor tiang yang mati.');
    await page.keyboard.press('Control+Enter');
    await expect(clock(page, 'Penyelesaian')).toContainText('menunggu data pelapor');
    await expect(clock(page, 'Jawaban pertama')).toContainText('dijawab hari');
  });

  await test.step('a day off that is added moves what is due, and the window says which and why', async () => {
    await stack.central.start();
    await synced(page);
    const known = (await stack.central.cli('holidays')).stdout;
    const off = [1, 2, 3, 4, 5, 6, 7]
      .map((after) => addDays(addDays(today, -60), after))
      .find((day) => !isWeekend(day) && !known.includes(day));
    expect((await stack.central.cli('holidays', 'add', off ?? '', 'Cuti tambahan')).code).toBe(0);
    const notice = page.getByRole('region', { name: 'Batas waktu bergeser.' });
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: 'Lihat laporannya' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Batas waktu yang bergeser' });
    await expect(dialog).toContainText('(Cuti tambahan)');
    await dialog.getByRole('button', { name: LATE }).press('Enter');
    await expect(page.locator(`[data-case="lapor-${LATE}"]`)).toBeVisible();
  });
});

/** A row of the export for a complaint that came in on this day. */
const row = (id: string, day: Day) =>
  exportRow({
    'Tracking ID': id,
    'Tanggal Laporan Masuk': `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`,
  });
const isWeekend = (day: Day): boolean => [0, 6].includes(weekday(dayNumber(day)));
const clock = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${name}`) });
