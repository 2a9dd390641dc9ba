import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { put } from './office.ts';

test('Page Down in the search results skips no row', async ({ stack, windowOf }) => {
  const [agency] = (await stack.demo()).agencies;
  const page = await windowOf(agency, 'Nurhayati Saragih');
  await page.keyboard.press('/');
  await put(page, 'jalan');
  const list = page.getByRole('grid', { name: 'Hasil pencarian' });
  await expect(list.locator('[aria-rowindex="12"]')).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(list).toBeFocused();
  for (let press = 0; press < 3; press++) {
    const [, last] = await shownRows(list);
    const before = await list.getAttribute('aria-activedescendant');
    await page.keyboard.press('PageDown');
    await expect(list).not.toHaveAttribute('aria-activedescendant', before ?? '');
    const [first] = await shownRows(list);
    expect(first).toBeLessThanOrEqual(last + 1);
  }
});

/** The places of the first and the last row of which all can be seen, once that is so of the active one. */
async function shownRows(list: Locator): Promise<[number, number]> {
  let places: readonly number[] = [];
  const look = () =>
    list.evaluate((grid) => {
      const { top, bottom } = grid.getBoundingClientRect();
      const shown = [...grid.querySelectorAll('[role=row]')].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.top >= top && box.bottom <= bottom;
      });
      return {
        places: shown.map((row) => Number(row.getAttribute('aria-rowindex'))),
        active: shown.some(({ id }) => id === grid.getAttribute('aria-activedescendant')),
      };
    });
  await expect(async () => {
    const shown = await look();
    expect(shown.active).toBe(true);
    places = shown.places;
  }).toPass();
  return [Math.min(...places), Math.max(...places)];
}
