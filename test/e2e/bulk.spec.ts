import type { Page } from '@playwright/test';
import { objections } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { command, connection, entry, importComplaints, opened, synced } from './office.ts';
import { wordsAmiss } from './wording.ts';

const AGENCY = 'Dinas Perhubungan';
const IDS = ['9300951', '9300952', '9300953'];

test('many complaints, one pothole: picked by keyboard, handed over together, taken back in one step, answered once, and grouped under one', async ({
  stack,
  windowOf,
}) => {
  await importComplaints(stack, IDS, AGENCY);
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  await expect(rows(page)).toHaveCount(3);
  await stack.central.stop();
  await expect(connection(page)).toContainText('Luring');

  await test.step('x picks, f hands all of them over, and each is told before', async () => {
    await rows(page).first().focus();
    for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await expect(page.getByRole('region', { name: 'Laporan terpilih' })).toContainText('3 dipilih');
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog', { name: 'Tugaskan laporan terpilih' });
    await page.keyboard.type('Seksi PJU');
    await expect(dialog.getByLabel('akan dilakukan')).toHaveCount(3);
    expect(await objections(page, 'many complaints')).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(rows(page).filter({ hasText: 'Seksi PJU' })).toHaveCount(3);
  });

  await test.step('one Ctrl+Z takes all of them back', async () => {
    await page.keyboard.press('Control+z');
    await expect(rows(page).filter({ hasText: 'Seksi PJU' })).toHaveCount(0);
  });

  await test.step('r answers all of them: each reporter reads their own text, and what is missing is asked for', async () => {
    await rows(page).first().focus();
    for (const key of ['x', 'k', 'x', 'k', 'x', 'r']) await page.keyboard.press(key);
    await expect(answer(page)).toBeFocused();
    await page.keyboard.type('Laporan {id laporan} di {lokasi} segera kami tangani {kapan}.');
    const seen = page.getByRole('region', { name: 'Pratinjau warga' });
    await expect(page.getByRole('listbox').getByText('Belum diisi: kapan.')).toHaveCount(3);
    const first = (await seen.textContent()) ?? '';
    await page.keyboard.press('Alt+ArrowDown');
    await expect(seen).not.toHaveText(first);
    await expect(seen).toContainText(/Laporan 930095\d di Cemara Indah, Lubuk Melati segera/);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'Belum diisi: kapan.' })).toBeVisible();
    await page.keyboard.type('Kamis');
    await expect(page.getByText('3 akan dikirim')).toBeVisible();
    const screen = 'one answer for many';
    expect([...(await objections(page, screen)), ...(await wordsAmiss(page, 'id', screen))]).toEqual([]);
  });

  await test.step('closed, or sent and taken back, the text is there; sent, each is on its own way', async () => {
    await page.keyboard.press('Escape');
    await expect(answer(page)).toHaveCount(0);
    await page.keyboard.press('r');
    const text = 'Laporan {id laporan} di {lokasi} segera kami tangani Kamis.';
    await expect(answer(page)).toHaveValue(text);
    await page.keyboard.press('Control+Enter');
    await expect(rows(page).filter({ hasText: 'akan dikirim' })).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(answer(page)).toHaveValue(text);
    await expect(rows(page).filter({ hasText: 'akan dikirim' })).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await expect(rows(page).filter({ hasText: 'akan dikirim' })).toHaveCount(3);
  });

  await test.step('thrown away, the answer leaves the window at once: the next key is the queue’s', async () => {
    await rows(page).first().focus();
    for (const key of ['Home', 'x', 'r']) await page.keyboard.press(key);
    await expect(answer(page)).toBeFocused();
    await page.keyboard.type('Jawaban yang tidak jadi.');
    await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).press('Enter');
    await command(page, 'lepas pilihan');
    await expect(page.getByRole('region', { name: 'Laporan terpilih' })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(answer(page)).toHaveValue('Jawaban yang tidak jadi.');
    await page.getByRole('dialog').getByRole('button', { name: 'Buang draf' }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await command(page, 'lepas pilihan');
  });

  await test.step('two belong to a third: the group is seen in the complaints, and arrives', async () => {
    await rows(page).first().focus();
    for (const key of ['Home', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await command(page, 'kelompokkan');
    const dialog = page.getByRole('dialog', { name: 'Kelompokkan di bawah satu laporan' });
    await expect(dialog.getByLabel('akan dilakukan')).toHaveCount(2);
    await dialog.getByRole('button', { name: 'Lakukan pada 2 laporan' }).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Laporan terpilih' })).toContainText('3 dipilih');
    await expect(entry(page, 'Ditautkan ke 93009')).toBeVisible();
    await stack.central.start();
    await synced(page);
    await expect(entry(page, 'Ditautkan ke 93009')).toContainText('K-');
    for (const id of IDS) {
      await opened(page, id);
      await expect(entry(page, `Laporan ${id} di Cemara Indah, Lubuk Melati segera`)).toContainText('K-');
    }
  });
});

const answer = (page: Page) => page.getByRole('textbox', { name: 'Jawaban untuk semua laporan terpilih' });
const rows = (page: Page) =>
  page.getByRole('grid', { name: /^Antrean/ }).locator('[role=row][aria-selected]');
