import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

test('a journal that was damaged while the app was closed: the officer is told once, and works on', async ({
  stack,
  deskOf,
}) => {
  const [agency] = (await stack.demo()).agencies;
  const desk = await deskOf(agency, 'Nurhayati Saragih');
  const complaints = desk.page().getByRole('grid').locator('[role=row][aria-selected]');
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);
  await desk.close();
  const noise = Buffer.alloc(80_000, 'noise');
  writeFileSync(join(desk.dataDir, 'journal.db'), noise);

  const page = await desk.open();
  const told = page.getByRole('region', { name: 'Penyimpanan dimulai baru.' });
  await expect(told).toBeVisible();
  // Without a copy nobody knows any more who works here.
  await expect(page.getByRole('textbox').first()).toBeVisible();
  expect(readdirSync(desk.dataDir).filter((name) => name.startsWith('journal.db.damaged-'))).toHaveLength(1);
  await told.getByRole('button', { name: 'Mengerti' }).click();
  await expect(told).toBeHidden();
  await page.reload();
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await expect(told).toBeHidden();
});
