import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import type { Stack } from '../support/stack.ts';
import { expect, test } from './fixtures.ts';
import { openRow, synced } from './office.ts';

const BEFORE = 'Regu memeriksa lokasi hari ini.';
const AFTER = 'Lampu sudah menyala kembali malam ini.';

test('the central service is put back to an older backup: the answers that it had lost come back by themselves', async ({
  stack,
  windowOf,
}) => {
  const [agency] = (await stack.demo()).agencies;
  const page = await windowOf(agency, 'Nurhayati Saragih');
  await answer(page, BEFORE);

  // The nightly backup of the administrator: the database's folder while it stands still.
  await stack.central.stop();
  const backup = join(stack.folder, 'backup');
  copy(join(stack.folder, 'central'), backup);
  await stack.central.start();
  await synced(page);
  await answer(page, AFTER);
  expect(await entries(stack)).toEqual([AFTER, BEFORE]);

  // The disk of the server fails, and the backup takes its place.
  await stack.central.stop();
  rmSync(join(stack.folder, 'central'), { recursive: true });
  copy(backup, join(stack.folder, 'central'));
  expect(await entries(stack)).toEqual([BEFORE]);
  const told = await stack.central.cli('restored');
  expect(told.code, told.stderr).toBe(0);
  await stack.central.start();
  await synced(page);

  await expect.poll(() => entries(stack)).toEqual([AFTER, BEFORE]);
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: AFTER })
      .getByText(/^K-\d+$/),
  ).toBeVisible();
});

/** Answers the first open complaint of the list, and waits for the receipt. */
async function answer(page: Page, text: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Perlu jawaban pertama|^Dalam proses/ })
    .first()
    .click();
  await openRow(page, page.getByRole('grid').locator('[role=row][aria-selected]').first());
  await page.keyboard.press('r');
  const field = page.getByRole('textbox', { name: 'Teks tindak lanjut' });
  await field.fill(text);
  await field.press('Control+Enter');
  const entry = page.getByRole('listitem').filter({ hasText: text });
  await expect(entry.getByText('terkirim')).toBeVisible();
}

/** `cp -a`: the database's files belong to the user it runs as. */
function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

async function entries(stack: Stack): Promise<string[]> {
  const postgres = await openEmbeddedPostgres(join(stack.folder, 'central'));
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ text: string }>(
      'select text from timeline_entries where text = any($1) order by text',
      [[BEFORE, AFTER]],
    );
    return rows.map((row) => row.text);
  } finally {
    await client.end();
    await postgres.close();
  }
}
