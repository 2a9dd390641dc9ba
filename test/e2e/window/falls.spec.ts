import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { connection, importComplaints, opened, synced, view } from '../office.ts';
import { processOf } from './processes.ts';

const AGENCY = 'Dinas Perhubungan';
const ID = '9300981';
const [BEGUN, GOES_ON] = ['Petugas kami memer', 'iksa lokasi pada Kamis.'];

const field = (page: Page) => page.getByRole('textbox', { name: 'Teks tindak lanjut' });

/** The officer is in the middle of a word. */
async function writing(page: Page): Promise<void> {
  await opened(page, ID);
  await page.keyboard.press('r');
  await page.keyboard.type(BEGUN);
  await expect(field(page)).toHaveValue(BEGUN);
}

test('kill -9 of the backend in the middle of a word: the officer types on, and no letter is lost', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await writing(desk.page());
  const before = await processOf(desk, 'backend');
  process.kill(before, 'SIGKILL');
  await desk.page().keyboard.type(GOES_ON);
  await expect(field(desk.page())).toHaveValue(BEGUN + GOES_ON);
  await expect(desk.page().locator('[data-save-state=saved]')).toBeVisible();
  expect(await processOf(desk, 'backend')).not.toBe(before);

  // It is on the disk: the power goes, and it is there again.
  await desk.kill();
  const page = await desk.open();
  await page.getByRole('region', { name: '1 tulisan belum selesai' }).getByRole('button').first().click();
  await expect(field(page)).toHaveValue(BEGUN + GOES_ON);
});

test('kill -9 of the page in the middle of a word: Electron makes a new one, and no letter is lost', async ({
  stack,
  deskOf,
  complaints,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await writing(desk.page());
  await expect(desk.page().locator('[data-save-state=saved]')).toBeVisible();
  const before = await processOf(desk, 'page');
  const crashed = desk.page().waitForEvent('crash');
  process.kill(before, 'SIGKILL');
  await crashed;
  await expect.poll(() => processOf(desk, 'page').catch(() => before)).not.toBe(before);
  // Playwright holds what comes after a crash, and lets it never go on: the next start shows what was kept.
  await desk.kill();
  const page = await desk.open();
  await page.getByRole('region', { name: '1 tulisan belum selesai' }).getByRole('button').first().click();
  await expect(field(page)).toHaveValue(BEGUN);
  complaints.length = 0;
});

test('a window that is closed with unsent work ends by itself, and the work is there at the next start', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await expect(connection(desk.page())).toContainText('Daring · sama dengan pusat');
  await stack.central.stop();
  await expect(connection(desk.page())).toContainText('Luring');
  await writing(desk.page());
  await desk.page().keyboard.press('Control+Enter');
  await expect(connection(desk.page())).toContainText('1 belum terkirim');
  await desk.closeWindow();

  const page = await desk.open();
  await view(page, 'Kotak keluar').click();
  await expect(page.getByRole('region', { name: 'Belum terkirim' }).getByText(BEGUN)).toBeVisible();
  await stack.central.start();
  await synced(page);
  await expect(page.getByRole('region', { name: 'Terkirim', exact: true }).getByText(BEGUN)).toBeVisible();
});

test('a PC that slept goes on where it was, and shows what came meanwhile', async ({ stack, deskOf }) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await writing(desk.page());
  // As a PC does it: none of its processes runs on, and each goes on where it stood.
  const leader = await desk.shell(() => process.pid);
  process.kill(-leader, 'SIGSTOP');
  await importComplaints(stack, ['9300982'], AGENCY);
  process.kill(-leader, 'SIGCONT');
  await desk.page().keyboard.type(GOES_ON);
  await expect(field(desk.page())).toHaveValue(BEGUN + GOES_ON);
  await expect(view(desk.page(), 'Semua')).toContainText('2');
});
