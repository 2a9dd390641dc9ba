import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { connection, importComplaints, opened, synced, view } from '../office.ts';
import { processOf } from './processes.ts';

const AGENCY = 'Dinas Perhubungan';
const [SENT, WRITTEN] = ['9300971', '9300972'];
const ANSWER = 'Rambu sudah kami pasang kembali hari ini.';
const [BEGUN, GOES_ON] = ['Petugas kami memer', 'iksa lokasi pada Kamis.'];

const field = (page: Page) => page.getByRole('textbox', { name: 'Teks tindak lanjut' });
const safeMode = (page: Page) =>
  page.getByRole('heading', { name: 'Mesin penyimpanan berhenti berulang kali' });

/** Kills the backend whenever there is one, until the program starts it no more. @returns how often */
async function killUntilLeft(desk: Desk): Promise<number> {
  const killed = new Set<number>();
  await expect(async () => {
    const pid = await processOf(desk, 'backend').catch(() => null);
    if (pid !== null && !killed.has(pid)) {
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    expect(await safeMode(desk.page()).isVisible()).toBe(true);
  }).toPass({ intervals: [100] });
  return killed.size;
}

test('a backend that dies again and again is left alone: the officer exports, rebuilds the copy, and works on', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [SENT, WRITTEN], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  await stack.central.stop();
  await expect(connection(page)).toContainText('Luring');
  await opened(page, SENT);
  await page.keyboard.press('r');
  await page.keyboard.type(ANSWER);
  await page.keyboard.press('Control+Enter');
  await expect(connection(page)).toContainText('1 belum terkirim');
  await opened(page, WRITTEN);
  await page.keyboard.press('r');
  await page.keyboard.type(BEGUN);
  await expect(page.locator('[data-save-state=saved]')).toBeVisible();

  // What is typed now reaches no backend.
  process.kill(await processOf(desk, 'backend'), 'SIGSTOP');
  await page.keyboard.type(GOES_ON);
  expect(await killUntilLeft(desk)).toBe(4);
  await expect(safeMode(page)).toBeFocused();
  await expect(page.getByText('1 tulisan terakhir di jendela ini belum tersimpan')).toBeVisible();

  // By the keyboard alone.
  await desk.shell(({ dialog, shell }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    shell.openPath = async (path) => {
      (globalThis as unknown as { shown: string }).shown = path;
      return '';
    };
  }, desk.dataDir);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Coba lagi' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '2 tulisan dan 0 lampiran' })).toBeVisible();
  const [folder = ''] = globSync(join(desk.dataDir, 'Penghubung *'));
  const text = readFileSync(join(folder, 'belum-terkirim.txt'), 'utf8');
  expect(text).toContain(`${SENT} `);
  expect(text).toContain(ANSWER);
  expect(text).toContain(BEGUN + GOES_ON);
  const { texts } = JSON.parse(readFileSync(join(folder, 'belum-terkirim.json'), 'utf8'));
  expect(texts).toMatchObject([
    { what: 'unsent', kind: 'follow_up', trackingId: SENT, text: ANSWER },
    { what: 'draft', kind: 'follow_up', trackingId: WRITTEN, text: BEGUN + GOES_ON },
  ]);
  await page.getByRole('button', { name: 'Buka catatan teknis' }).press('Enter');
  await expect
    .poll(() => desk.shell(() => (globalThis as unknown as { shown?: string }).shown))
    .toMatch(/log$/);

  // It was the last straw only once: what was typed is saved as soon as somebody is there.
  await page.getByRole('button', { name: 'Coba lagi' }).press('Enter');
  await expect(page.locator('[data-save-state=saved]')).toBeVisible();
  await expect(field(page)).toHaveValue(BEGUN + GOES_ON);

  expect(await killUntilLeft(desk)).toBe(4);
  await stack.central.start();
  const cache = join(desk.dataDir, 'cache.db');
  const before = statSync(cache).ino;
  await page.getByRole('button', { name: 'Buat ulang salinan' }).press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Draf, kiriman, dan lampiran Anda tidak disentuh.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(statSync(cache).ino).toBe(before);
  await page.getByRole('button', { name: 'Buat ulang salinan' }).press('Enter');
  await page.getByRole('button', { name: 'Buat ulang', exact: true }).press('Enter');
  await synced(page);
  await expect(field(page)).toHaveValue(BEGUN + GOES_ON);
  await view(page, 'Kotak keluar').click();
  await expect(page.getByRole('region', { name: 'Terkirim', exact: true }).getByText(ANSWER)).toBeVisible();
  expect(statSync(cache).ino).not.toBe(before);
});

test('a program in the safe mode ends with its window, and the next start tries it anew', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [SENT], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await killUntilLeft(desk);
  await desk.closeWindow();
  const page = await desk.open();
  await expect(view(page, 'Semua')).toContainText('1');
});
