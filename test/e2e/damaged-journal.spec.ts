import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a hook needs.
test.beforeEach(({}, info) => {
  test.skip(info.project.name === 'electron', 'the same backend; the file is damaged from outside');
});

test('a journal that was damaged while the app was closed: the officer is told once, and works on', async ({
  stack,
  page,
}) => {
  const [agency] = (await stack.demo()).agencies;
  const host = await stack.officer(agency, 'Nurhayati Saragih');
  await page.goto(host.address());
  const complaints = page.getByRole('grid').locator('[role=row][aria-selected]');
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);
  await page.goto('about:blank');
  await host.stop();
  const noise = Buffer.alloc(80_000, 'noise');
  writeFileSync(join(host.dataDir, 'journal.db'), noise);

  await host.start();
  await page.goto(host.address());
  const told = page.getByRole('region', { name: 'Penyimpanan dimulai baru.' });
  await expect(told).toBeVisible();
  // Without a copy nobody knows any more who works here.
  await expect(page.getByRole('textbox').first()).toBeVisible();
  expect(readdirSync(host.dataDir).filter((name) => name.startsWith('journal.db.damaged-'))).toHaveLength(1);
  await told.getByRole('button', { name: 'Mengerti' }).click();
  await expect(told).toBeHidden();
  await page.reload();
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await expect(told).toBeHidden();
});
