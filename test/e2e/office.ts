import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { exportRow, makeExport } from '../support/excel.ts';
import type { Stack } from '../support/stack.ts';

/** Brings complaints of one agency in by an export, as the Admin Instansi does. */
export async function importComplaints(
  stack: Stack,
  ids: readonly string[],
  agency: string,
  agencyId = 7001,
): Promise<void> {
  const rows = ids.map((id) =>
    exportRow({ 'Tracking ID': id, 'ID Instansi Terdisposisi': agencyId, 'Instansi Terdisposisi': agency }),
  );
  const file = await makeExport(rows, { path: join(stack.folder, `${agency}.xlsx`) });
  const done = await stack.central.cli('import', file, '--create-agencies', '--apply', '--json');
  expect(done.code, done.stderr).toBe(0);
}

/** What the window says of its connection. */
export const connection = (page: Page): Locator => page.getByRole('region', { name: 'Sambungan' });

/**
 * The service is back. The app's own next try after an outage may be minutes away: the officer does not wait
 * for it.
 */
export async function synced(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sinkronkan' }).click();
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
}

/** A view of the navigation, with its count. */
export const view = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });

/** Opens a complaint by its number, from anywhere. */
export async function opened(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(id);
  await page.getByRole('dialog').getByRole('option').filter({ hasText: id }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-case="lapor-${id}"]`)).toBeVisible();
}

/**
 * Opens the complaint of a row by the mouse, also when the row has moved since it was read. @returns its
 * number
 */
export async function openRow(page: Page, row: Locator): Promise<string> {
  const id = /\b\d{7}\b/.exec(await row.innerText())?.[0] ?? '';
  await page.getByRole('row').filter({ hasText: id }).click();
  await expect(page.locator(`[data-case="lapor-${id}"]`)).toBeVisible();
  return id;
}

/** Does something by its words in the palette. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/** What stands in the history of the opened complaint. */
export const entry = (page: Page, text: string): Locator =>
  page.getByRole('region', { name: 'Riwayat' }).getByRole('listitem').filter({ hasText: text });

/**
 * Puts words at once where the focus is, when it is in a field: keys that come before it act, and words would
 * get lost.
 */
export async function put(page: Page, words: string): Promise<void> {
  await expect(page.locator('textarea:focus, input:focus')).toHaveCount(1);
  await page.keyboard.insertText(words);
}

/** Sends a follow-up on the opened complaint, with a photo by the name of `tikungan.jpg` if there is one. */
export async function answer(page: Page, text: string, photo?: Buffer): Promise<void> {
  await page.keyboard.press('r');
  if (photo !== undefined) {
    const file = { name: 'tikungan.jpg', mimeType: 'image/jpeg', buffer: photo };
    await page.getByTestId('picker').setInputFiles(file);
    await expect(page.getByRole('region', { name: 'Tulis' }).getByText('tikungan.jpg')).toBeVisible();
  }
  const field = page.getByRole('textbox', { name: 'Teks tindak lanjut' });
  await field.fill(text);
  // While the photo is made smaller the window says so, and the officer sends a moment later.
  await expect(async () => {
    if ((await field.inputValue()) !== '') await field.press('Control+Enter');
    await expect(field).toHaveValue('', { timeout: 1_000 });
  }).toPass();
}
