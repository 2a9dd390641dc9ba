import type { Locator, Page } from '@playwright/test';
import { type OfficeLine, startProxy } from '../support/proxy.ts';
import type { HostOptions, Stack } from '../support/stack.ts';
import { objections } from './axe.ts';
import type { Desk } from './desk.ts';
import { expect, openEnrolled, test } from './fixtures.ts';
import { connection, importComplaints, view } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const [SEND, EDIT, DISCARD, MOVED, WRITING] = ['9300601', '9300602', '9300603', '9300604', '9300605'];

test('two officers answer the same complaints offline: the second sees both texts and chooses each way', async ({
  stack,
  desk,
}) => {
  await importComplaints(stack, [SEND, EDIT, DISCARD, WRITING], AGENCY);
  const [rina, togar] = await bothOffline(stack, desk);
  for (const id of [SEND, EDIT, DISCARD]) {
    await answer(rina.page, id, `Rina sudah memeriksa lokasi ${id}.`);
    await answer(togar.page, id, `Togar sudah memeriksa lokasi ${id}.`);
  }
  await answer(togar.page, SEND, 'Togar menambahkan: pekerjaan selesai Jumat.');
  await rina.online();
  await expect(connection(rina.page)).toContainText('Daring · sama dengan pusat');
  await togar.online();
  await expect(view(togar.page, 'Perlu perhatian')).toContainText('4');
  const { page } = togar;

  await test.step('kirim juga: both stand, and what fell with it goes along', async () => {
    await open(page, SEND);
    const conflict = panel(page);
    await expect(side(conflict, 'Jawaban rekan')).toContainText('Rina Sitepu');
    await expect(side(conflict, 'Jawaban rekan')).toContainText(`Rina sudah memeriksa lokasi ${SEND}.`);
    await expect(side(conflict, 'Teks Anda')).toContainText(`Togar sudah memeriksa lokasi ${SEND}.`);
    await expect(conflict).toContainText('1 teks Anda berikutnya ikut terkirim.');
    await conflict.getByRole('button', { name: 'tandai perbedaan' }).click();
    await expect(side(conflict, 'Teks Anda').locator('mark')).toHaveText('Togar');
    await expectAccessible(page, 'two answers side by side');
    await press(conflict, 'Kirim juga');
    await expect(panel(page)).toHaveCount(0);
    for (const text of [
      `Togar sudah memeriksa lokasi ${SEND}.`,
      'Togar menambahkan: pekerjaan selesai Jumat.',
    ]) {
      await expect(entry(page, text).getByText('terkirim')).toBeVisible();
    }
    await open(rina.page, SEND);
    const theirs = rina.page.getByRole('listitem').filter({ hasText: 'Tindak lanjut' });
    await expect(theirs).toContainText(['Rina sudah', 'Togar sudah', 'Togar menambahkan']);
    await expect(theirs).toHaveCount(3);
  });

  await test.step('ubah: the text is in the field, and goes out on top of what was read', async () => {
    await open(page, EDIT);
    await press(panel(page), 'Ubah');
    const field = page.getByRole('textbox', { name: 'Teks tindak lanjut' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(`Togar sudah memeriksa lokasi ${EDIT}.`);
    await page.keyboard.type(' Melengkapi jawaban rekan.');
    await page.keyboard.press('Control+Enter');
    await expect(entry(page, 'Melengkapi jawaban rekan.').getByText('terkirim')).toBeVisible();
    await expect(panel(page)).toHaveCount(0);
  });

  await test.step('buang: gone from the list, back by one key, and thrown away for good', async () => {
    await view(page, 'Perlu perhatian').click();
    await expect(view(page, 'Perlu perhatian')).toContainText('1');
    await press(panel(page), 'Buang');
    await expect(page.getByText('Tidak ada yang perlu perhatian')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(panel(page)).toBeVisible();
    await expect(view(page, 'Perlu perhatian')).toContainText('1');
    await press(panel(page), 'Buang');
    await expect(page.getByText('Tidak ada yang perlu perhatian')).toBeVisible();
    await page.reload();
    await expect(view(page, 'Perlu perhatian')).toHaveText('Perlu perhatian');
  });

  await test.step('a text that is overtaken while it is written is compared before it is sent', async () => {
    await open(page, WRITING);
    const field = page.getByRole('textbox', { name: 'Teks tindak lanjut' });
    await field.fill('Togar menulis sejak tadi.');
    await expect(page.locator('[data-save-state=saved]')).toBeVisible();
    await open(rina.page, WRITING);
    await expect(rina.page.getByRole('status').getByText('sedang dibuka Togar Hasibuan')).toBeVisible();
    await answer(rina.page, WRITING, 'Rina menjawab lebih dahulu.');
    await expect(entry(page, 'Rina menjawab lebih dahulu.')).toBeVisible();

    await field.press('Control+Enter');
    const conflict = panel(page);
    await expect(conflict.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(side(conflict, 'Jawaban rekan')).toContainText('Rina menjawab lebih dahulu.');
    await expectAccessible(page, 'a text that was overtaken');
    await press(conflict, 'Ubah');
    await expect(field).toBeFocused();
    await page.keyboard.type(' Sesudah Rina.');
    await field.press('Control+Enter');
    await expect(entry(page, 'Togar menulis sejak tadi. Sesudah Rina.')).toBeVisible();
    await expect(panel(page)).toHaveCount(0);
  });
});

test('a complaint that went to another agency meanwhile: the text is kept, explained and exported', async ({
  stack,
  desk,
}) => {
  await importComplaints(stack, [MOVED, SEND], AGENCY);
  const [togar] = await bothOffline(stack, desk, ['Togar Hasibuan']);
  const { page } = togar;
  const text = 'Togar sudah memeriksa; "lampu" ke-7 perlu diganti.';
  await answer(page, MOVED, text);
  await importComplaints(stack, [MOVED], 'Dinas Sosial', 7003);
  await togar.online();
  await expect(view(page, 'Perlu perhatian')).toContainText('1');

  await view(page, 'Perlu perhatian').click();
  const card = page.getByRole('article', { name: 'Tindak lanjut' });
  await expect(card).toContainText(text);
  await expect(card).toContainText(/sudah pindah dari OPD Anda|sudah tidak di OPD Anda/);
  await expect(card).toContainText('Selanjutnya:');
  await expect(card.getByRole('button', { name: 'Buka lagi sebagai draf' })).toHaveCount(0);

  await expectAccessible(page, 'a refused text');
  const one = await togar.desk.saved(() => card.getByRole('button', { name: 'Ekspor' }).click());
  expect(one.name).toMatch(/^penghubung-9300604-\d{4}-\d{2}-\d{2}\.txt$/);
  expect(one.content).toContain(`\r\n\r\n${text}\r\n`);
  const all = await togar.desk.saved(() => page.getByRole('button', { name: 'Ekspor semua' }).click());
  expect(all.name).toMatch(/^penghubung-perlu-perhatian-\d{4}-\d{2}-\d{2}\.csv$/);
  expect(all.content).toMatch(/^\uFEFF"Nomor laporan";/);
  expect(all.content).toContain('"Togar sudah memeriksa; ""lampu"" ke-7 perlu diganti."');

  await page.reload();
  await view(page, 'Perlu perhatian').click();
  await expect(page.getByRole('article', { name: 'Tindak lanjut' })).toContainText(text);
});

type Office = { readonly desk: Desk; readonly page: Page; readonly online: () => Promise<void> };

/**
 * The windows of these officers with the complaints in them, each behind a line of its own that is cut now.
 */
async function bothOffline(
  stack: Stack,
  desk: (name: string, options: HostOptions) => Desk,
  names: readonly string[] = ['Rina Sitepu', 'Togar Hasibuan'],
): Promise<[Office, Office]> {
  const offices: Office[] = [];
  for (const name of names) {
    const line: OfficeLine = await startProxy(stack.central.address());
    const code = await stack.code(AGENCY, name);
    const own = desk(name, { code, centralUrl: line.address });
    const page = await openEnrolled(own);
    await expect(connection(page)).toContainText('Daring · sama dengan pusat');
    line.cut();
    await expect(connection(page)).toContainText('Luring');
    offices.push({
      desk: own,
      page,
      online: async () => {
        line.restore();
        await page.getByRole('button', { name: 'Sinkronkan' }).click();
      },
    });
  }
  return offices as [Office, Office];
}

async function open(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type(id);
  const hits = page.getByRole('grid', { name: 'Hasil pencarian' }).locator('[role=row][aria-selected]');
  await expect(hits).toHaveCount(1);
  await expect(hits).toContainText(id);
  // Into the results, and into the complaint.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-case="lapor-${id}"]`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Lampu Jalan Mati' })).toBeFocused();
}

async function answer(page: Page, id: string, text: string): Promise<void> {
  await open(page, id);
  const field = page.getByRole('textbox', { name: 'Teks tindak lanjut' });
  await field.fill(text);
  await field.press('Control+Enter');
  await expect(entry(page, text)).toBeVisible();
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await objections(page, `${name}, ${colorScheme}`)));
  }
  expect(found).toEqual([]);
}

/** As the keyboard does it. */
async function press(within: Locator, name: string): Promise<void> {
  const button = within.getByRole('button', { name });
  await expect(button).toBeEnabled();
  await button.focus();
  await button.press('Enter');
}

const panel = (page: Page) => page.getByRole('region', { name: /^Rekan seinstansi sudah menjawab/ });
const side = (conflict: Locator, name: string) => conflict.getByRole('region', { name });
const entry = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });
