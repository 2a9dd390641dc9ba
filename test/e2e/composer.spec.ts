import type { Locator, Page } from '@playwright/test';
import { objections } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { command, connection, entry, importComplaints, opened, put } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const [FIRST, SECOND] = ['9300901', '9300902'];

test('an officer writes an answer with templates by keyboard alone, without a connection, and is told what it still lacks', async ({
  stack,
  windowOf,
}) => {
  await importComplaints(stack, [FIRST, SECOND], AGENCY);
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  const field = page.getByRole('textbox', { name: 'Teks tindak lanjut' });

  await test.step('letters typed before the next complaint is on the screen are in its text', async () => {
    await expect(page.getByRole('grid').locator('[role=row][aria-selected]')).toHaveCount(2);
    await expect(field).toBeVisible();
    await page.keyboard.type('jrKami periksa.');
    await expect(field).toHaveValue('Kami periksa.');
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  });
  await opened(page, FIRST);

  await test.step('a template that the administrator adds for the agency is in the list while the window is open', async () => {
    const text = ['--text', 'Regu {regu piket} siaga sampai pukul 22.00.'];
    const added = await stack.central.cli('templates', 'add', 'Regu', 'darurat', '--opd', AGENCY, ...text);
    expect(added.code, added.stderr).toBe(0);
    await page.keyboard.press('r');
    await page.keyboard.press('Control+t');
    await page.keyboard.type('regu');
    await expect(page.getByRole('option', { name: /^Regu darurat Kantor/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
  await stack.central.stop();
  await expect(connection(page)).toContainText('Luring');
  await test.step('a template by / on the empty line, another one below it by Ctrl+T', async () => {
    await page.keyboard.press('r');
    await page.keyboard.press('/');
    await page.keyboard.type('terima kasih');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(/^Yth\. .*\n\nTerima kasih atas laporan Anda nomor 9300901/);
    await page.keyboard.press('Control+t');
    await page.keyboard.type('jadwal');
    await page.keyboard.press('Enter');
    await expect.poll(() => selected(page)).toBe('{tanggal pengerjaan}');
  });

  await test.step('what is not filled is said, and is not sent', async () => {
    await page.keyboard.type('Kamis depan');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'pelaksana pekerjaan' })).toBeVisible();
    await expect.poll(() => selected(page)).toBe('{pelaksana pekerjaan}');
    await page.keyboard.type('Bidang Bina Marga');
    await page.keyboard.press('Control+Shift+P');
    const preview = page.getByRole('region', { name: 'Pratinjau warga' });
    await expect(preview).toContainText('Pelapor dan umum akan membaca');
    await expect(preview).toContainText(AGENCY);
    await expect(preview).not.toContainText('Rina');
    expect(await objections(page, 'answer with its preview')).toEqual([]);
    await page.keyboard.press('Control+Shift+P');
    await expect(preview).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'oleh Bidang Bina Marga')).toContainText('Tindak lanjut');
    await expect(field).toHaveValue('');
  });

  await test.step('the promised day becomes the plan with one key, and the next answer is reminded of it', async () => {
    await expect(entry(page, 'oleh Bidang Bina Marga')).toContainText('memuat janji');
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await expect(entry(page, 'Rencana')).toHaveCount(1);
    await expect(page.getByText('memuat janji')).toHaveCount(0);
    await page.keyboard.press('r');
    await expect(page.getByText(/^Anda berjanji: .*Kamis depan/)).toBeVisible();
  });

  await test.step('what was typed becomes a template of the officer’s own, and can be put in at once', async () => {
    await page.keyboard.type('Regu kami siaga di {lokasi}.');
    await page.keyboard.press('Control+t');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Templat saya' })).toBeVisible();
    await page.keyboard.type('Siaga');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Hapus Siaga' })).toBeVisible();
    await page.keyboard.press('Escape');
    await command(page, 'sisipkan templat');
    await page.keyboard.type('siaga');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(/\n\nRegu kami siaga di [^{]+\.$/);
  });

  await test.step('it is shared with the office, and what the office shares is put in, without a connection', async () => {
    await command(page, 'kelola templat');
    const share = page.getByRole('button', { name: 'Bagikan ke kantor: Siaga' });
    await backTo(page, share);
    expect(await objections(page, 'templates of the office')).toEqual([]);
    await page.keyboard.press('Enter');
    const office = page.getByRole('region', { name: 'Templat kantor' });
    await expect(office.getByRole('listitem').filter({ hasText: 'Siaga' })).toContainText('Kantor');
    await page.keyboard.press('Escape');
    await command(page, 'sisipkan templat');
    await page.keyboard.type('regu darurat');
    await page.keyboard.press('Enter');
    await expect.poll(() => selected(page)).toBe('{regu piket}');
  });

  await test.step('a similar complaint: what was answered before is offered, and its day must be said anew', async () => {
    await opened(page, SECOND);
    await page.keyboard.press('r');
    await page.keyboard.press('Control+j');
    const before = page.getByRole('button', { name: /oleh Bidang Bina Marga.*laporan 9300901/ });
    await expect(before).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(/laporan Anda nomor 9300902[\s\S]*oleh Bidang Bina Marga/);
    await expect.poll(() => selected(page)).toBe('{tanggal}');
  });
});

test('after a text without keys (pasted, dictated) the caret is at its end, also in a page that is loaded again', async ({
  stack,
  windowOf,
}) => {
  await importComplaints(stack, [FIRST], AGENCY);
  const page = await windowOf(AGENCY, 'Rina Sitepu');
  const field = page.getByRole('textbox', { name: 'Teks tindak lanjut' });
  await opened(page, FIRST);
  await page.keyboard.press('r');
  await put(page, 'Kami periksa');
  await expect(page.locator('[data-save-state=saved]')).toBeVisible();
  await page.reload();
  await expect(field).toBeFocused();
  await page.keyboard.type(' besok.');
  await expect(field).toHaveValue('Kami periksa besok.');
});

/** Goes to what stands before the field with the focus, by Tab alone. */
async function backTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const there = () => target.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < 10 && !(await there()); steps++) await page.keyboard.press('Shift+Tab');
  await expect(target).toBeFocused();
}

const selected = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : '';
  });
