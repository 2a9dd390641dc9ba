import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { exportRow, makeExport } from '../support/excel.ts';
import type { Stack } from '../support/stack.ts';
import type { Desk } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { connection, openRow, synced, view } from './office.ts';

const SAMPLE = '../shared/data/lapor-export-sample.xlsx';
const AGENCY = 'Dinas Perhubungan';
const ANSWER = 'Petugas memeriksa 11 titik lampu pada Kamis; perbaikan selesai paling lambat pekan depan.';
const NOTE = 'Material tiba Rabu, regu lapangan sudah tahu.';
const REASON = 'Jalan ini jalan provinsi, bukan kewenangan kabupaten.';

/** In the order in which they are due: each counts from its day of arrival, the last one is closed. */
const OWN = ['9300501', '9300503', '9300502', '9300507', '9300504'];

const OWN_EXPORT = [
  exportRow({
    'Tracking ID': '9300502',
    'Tanggal Laporan Masuk': '10 Nov 2026',
    'Isi Laporan Akhir': 'Parkir liar, rawan begal.',
  }),
  exportRow({ 'Tracking ID': 9300501, 'Tanggal Laporan Masuk': '3 Nov 2026' }),
  exportRow({ 'Tracking ID': '9300504', 'Status Laporan': 'Ditutup oleh Admin' }),
  exportRow({
    'Tracking ID': '9300505',
    'ID Instansi Terdisposisi': 7003,
    'Instansi Terdisposisi': 'Dinas Sosial',
  }),
  exportRow({
    'Tracking ID': '9300503',
    'Tanggal Laporan Masuk': '5 Nov 2026',
    'Isi Laporan Akhir': 'Lampu jalan mati, rawan bégal kalau malam.',
  }),
  exportRow({
    'Tracking ID': '9300507',
    'Tanggal Laporan Masuk': '2 Nov 2026',
    'Status Laporan': 'Ditindaklanjuti oleh Instansi',
  }),
];

test.describe('an answer written without a connection reaches the central service once', () => {
  test('from an export of our own', async ({ stack, deskOf }) => {
    const file = await makeExport(OWN_EXPORT, { path: join(stack.folder, 'ekspor.xlsx') });
    await mainJob(stack, deskOf, file, 'begal rawan', async (page) => {
      await view(page, 'Semua').click();
      await expect(rows(page)).toHaveCount(OWN.length);
      await expect.poll(() => idsOf(page)).toEqual(OWN);
    });
  });

  test('from the sample export of 600 complaints', async ({ stack, deskOf }) => {
    test.skip(!existsSync(SAMPLE), `${SAMPLE} is not there`);
    await mainJob(stack, deskOf, SAMPLE, 'parkir macet', async (page) => {
      await expect(rows(page).nth(5)).toBeVisible();
      const late = (await rows(page).allInnerTexts()).map((text) =>
        Number(/terlambat (\d+)/.exec(text)?.[1] ?? 0),
      );
      expect(late).toEqual([...late].sort((a, b) => b - a));
    });
  });
});

async function mainJob(
  stack: Stack,
  deskOf: (agency: string, name: string) => Promise<Desk>,
  file: string,
  words: string,
  checkOrder: (page: Page) => Promise<void>,
): Promise<void> {
  const imported = await stack.central.cli('import', file, '--create-agencies', '--apply', '--json');
  expect(imported.code, imported.stderr).toBe(0);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  let page = desk.page();
  await expect(rows(page).first()).toBeVisible();
  const own = await query(
    stack,
    'select id from complaints where agency_id = (select id from agencies where name = $1)',
    [AGENCY],
  );
  await expect(view(page, 'Semua')).toContainText(String(own.length));
  await checkOrder(page);

  // The service goes down; nothing of the work stops.
  await stack.central.stop();
  await expect(connection(page)).toContainText('Luring');
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  // Not the first hit: what the officer chose must stay in front of them. While the words are typed, the hits
  // of the last ones stand there.
  await expect(page.getByRole('grid', { name: 'Hasil pencarian' })).toHaveAttribute('aria-busy', 'false');
  const chosen = hits(page).filter({ hasText: /terverifikasi|belum ditindaklanjuti/ });
  const answered = await openRow(page, chosen.nth(1));

  await page.keyboard.press('r');
  await write(page, 'Teks tindak lanjut', ANSWER);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await write(page, 'Teks catatan internal', NOTE);

  // Another complaint is not theirs to answer.
  await page.keyboard.press('Escape');
  await view(page, 'Semua').click();
  const returned = await openRow(page, rows(page).filter({ hasNotText: answered }).first());
  expect(returned).not.toBe(answered);
  await page.keyboard.press('b');
  await write(page, 'Alasan pengembalian', REASON);

  // The power goes.
  await desk.kill();
  page = await desk.open();
  await view(page, 'Kotak keluar').click();
  const undelivered = page.getByRole('region', { name: 'Belum terkirim' });
  for (const text of [ANSWER, NOTE, REASON]) await expect(undelivered.getByText(text)).toBeVisible();
  await expect(connection(page)).toContainText('3 belum terkirim');

  // The service comes back, and with it the receipts.
  await stack.central.start();
  await page.getByRole('button', { name: 'Sinkronkan' }).click();
  const delivered = page.getByRole('region', { name: 'Terkirim', exact: true });
  for (const text of [ANSWER, NOTE, REASON]) await expect(delivered.getByText(text)).toBeVisible();
  await expect(delivered.getByText(/^K-\d+$/)).toHaveCount(3);
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');

  const entries = await query(
    stack,
    'select c.tracking_id, e.kind, e.text, e.receipt from timeline_entries e join complaints c on c.id = e.complaint_id where e.text = any($1) order by e.kind',
    [[ANSWER, NOTE, REASON]],
  );
  expect(entries).toEqual([
    { tracking_id: answered, kind: 'follow_up', text: ANSWER, receipt: expect.stringMatching(/^K-\d+$/) },
    { tracking_id: answered, kind: 'internal_note', text: NOTE, receipt: expect.stringMatching(/^K-\d+$/) },
    { tracking_id: returned, kind: 'return', text: REASON, receipt: expect.stringMatching(/^K-\d+$/) },
  ]);
  const results = await query(stack, "select id from command_results where kind <> 'mark_read'", []);
  expect(results).toHaveLength(3);

  // A colleague of the same agency has it before them, and what comes next at once: their app asks by itself
  // once a minute.
  const theirs = (await deskOf(AGENCY, 'Togar Hasibuan')).page();
  await synced(theirs);
  await find(theirs, answered);
  await expect(theirs.getByText(ANSWER)).toBeVisible();
  const more = 'Lampu ke-11 sudah menyala malam ini.';
  await find(page, answered);
  await page.keyboard.press('n');
  await write(page, 'Teks catatan internal', more);
  const mine = page.getByRole('listitem').filter({ hasText: more });
  await expect(mine.getByText('terkirim')).toBeVisible();
  await expect(theirs.getByText(more)).toBeVisible({ timeout: MAX_WAIT_MS / 2 });
}

const rows = (page: Page) =>
  page.getByRole('grid', { name: /^Antrean/ }).locator('[role=row][aria-selected]');
const hits = (page: Page) =>
  page.getByRole('grid', { name: 'Hasil pencarian' }).locator('[role=row][aria-selected]');

async function find(page: Page, words: string): Promise<void> {
  await expect(view(page, 'Semua')).toContainText(/\d/);
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await expect(hits(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-case="lapor-${words}"]`)).toBeVisible();
}

async function idsOf(page: Page): Promise<string[]> {
  const texts = await rows(page).allInnerTexts();
  return texts.map((text) => /\b\d{7}\b/.exec(text)?.[0] ?? '');
}

async function write(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label });
  await field.fill(text);
  await field.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible();
}

async function query(stack: Stack, sql: string, values: readonly unknown[]): Promise<unknown[]> {
  const postgres = await openEmbeddedPostgres(join(stack.folder, 'central'));
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
    await postgres.close();
  }
}
