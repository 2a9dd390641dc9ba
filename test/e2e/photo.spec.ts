import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { drawPhoto } from '../support/photos.ts';
import { startProxy } from '../support/proxy.ts';
import type { Stack } from '../support/stack.ts';
import { expect, openEnrolled, test } from './fixtures.ts';
import { answer, connection, openRow, synced } from './office.ts';

const AGENCY = 'Dinas Perhubungan';
const ANSWER = 'Lampu di tikungan sudah diganti, fotonya terlampir.';

test('a photo attached offline, over a line that is cut twice, arrives once and whole, and a colleague opens it', async ({
  stack,
  desk,
  windowOf,
}) => {
  await stack.central.cli('demo');
  const line = await startProxy(stack.central.address());
  const code = await stack.code(AGENCY, 'Rina Sitepu');
  const page = await openEnrolled(desk('Rina', { code, centralUrl: line.address }));
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  const photo = await drawPhoto(page, { width: 900, height: 700, grain: 200 });

  line.cut();
  await expect(connection(page)).toContainText('Luring');
  const id = await openFirst(page);
  await answerWith(page, photo);
  const entry = page.getByRole('listitem').filter({ hasText: ANSWER });
  await expect(entry.getByRole('button', { name: /^Buka tikungan/ })).toBeVisible();

  for (const bytes of [60_000, 90_000]) {
    const cut = line.cutAfter(bytes);
    line.restore();
    await page.getByRole('button', { name: 'Sinkronkan' }).click();
    await cut;
    await expect(connection(page)).toContainText('Luring');
    expect(await files(stack)).toEqual([]);
  }
  line.restore();
  await page.getByRole('button', { name: 'Sinkronkan' }).click();
  await expect(entry.getByText('terkirim')).toBeVisible();
  const [arrived, ...others] = await files(stack);
  expect(others).toEqual([]);
  expect(arrived).toMatchObject({ text: ANSWER, name: 'tikungan.jpg', state: 'whole' });
  expect(arrived?.right).toBe(true);

  const theirs = await windowOf(AGENCY, 'Togar Hasibuan');
  await expect(connection(theirs)).toContainText('Daring · sama dengan pusat');
  await theirs.keyboard.press('/');
  await theirs.keyboard.type(id);
  await theirs.keyboard.press('Enter');
  const seen = theirs.getByRole('listitem').filter({ hasText: ANSWER });
  // Fetched ahead, because the complaint is open and everything else is at rest.
  await seen.getByRole('button', { name: /^Buka tikungan/ }).click();
  const shown = theirs.getByRole('dialog').getByRole('img', { name: 'tikungan.jpg' });
  await expect(shown).toHaveJSProperty('naturalWidth', 900);
  // A picture that leaves the window while the browser begins to read it asks for an address that still holds.
  const address = await shown.getAttribute('src');
  await theirs.keyboard.press('Escape');
  await expect(shown).toBeHidden();
  expect(await widthOf(theirs, address)).toBe(900);
  await line.close();
});

test('noise in the cache while the app is closed: a draft, an unsent answer and its photo survive', async ({
  stack,
  deskOf,
}) => {
  await stack.central.cli('demo');
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  let page = desk.page();
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  const photo = await drawPhoto(page, { width: 300, height: 200 });
  await stack.central.stop();
  await expect(connection(page)).toContainText('Luring');
  await openFirst(page);
  await answerWith(page, photo);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.keyboard.type('Catatan yang belum selesai');
  await expect(page.locator('[data-save-state=saved]')).toBeVisible();
  await desk.close();

  writeFileSync(join(desk.dataDir, 'cache.db'), Buffer.alloc(300_000, 'noise'));
  page = await desk.open();
  await expect(page.getByRole('region', { name: 'Salinan laporan dimuat ulang.' })).toBeVisible();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Kotak keluar/ })
    .click();
  await expect(page.getByRole('region', { name: 'Belum terkirim' }).getByText(ANSWER)).toBeVisible();
  await expect(page.getByText('“Catatan yang belum selesai”')).toBeVisible();

  await stack.central.start();
  await synced(page);
  await expect.poll(() => files(stack)).toMatchObject([{ text: ANSWER, state: 'whole', right: true }]);
});

/** @returns the width of the picture that stands under an address of the page, px */
function widthOf(page: Page, address: string | null): Promise<number> {
  return page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src ?? '';
    await picture.decode();
    return picture.naturalWidth;
  }, address);
}

/** Opens the second complaint of the list. @returns its tracking id */
async function openFirst(page: Page): Promise<string> {
  const id = await openRow(page, page.getByRole('grid').locator('[role=row][aria-selected]').nth(1));
  await expect(page.getByRole('region', { name: 'Tulis' })).toBeVisible();
  return id;
}

async function answerWith(page: Page, photo: Buffer): Promise<void> {
  await answer(page, ANSWER, photo);
  await expect(page.getByRole('listitem').filter({ hasText: ANSWER }).first()).toBeVisible();
}

type Arrived = {
  readonly text: string;
  readonly name: string;
  readonly state: string;
  readonly right: boolean;
};

/**
 * The files that stand on an entry at the central service; `right`: the SHA-256 of the bytes that are there
 * is the one that was announced.
 */
async function files(stack: Stack): Promise<Arrived[]> {
  const postgres = await openEmbeddedPostgres(join(stack.folder, 'central'));
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const { rows } = await client.query<Arrived>(`
      select timeline_entries.text, entry_attachments.name, attachments.state,
        encode(sha256((select string_agg(bytes, ''::bytea order by first_byte) from attachment_chunks
          where attachment_id = attachments.id)), 'hex') = attachments.sha256 as right
      from entry_attachments
        join timeline_entries on timeline_entries.id = entry_attachments.entry_id
        join attachments on attachments.id = entry_attachments.attachment_id`);
    return rows;
  } finally {
    await client.end();
    await postgres.close();
  }
}
