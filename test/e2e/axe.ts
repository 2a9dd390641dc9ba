import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const WIDE = { width: 1366, height: 768 };
/** 1366×768 at 200 % zoom. */
const ZOOMED = { width: 683, height: 384 };

/** What axe objects to on the screen as it is, at both sizes: one line each, with the screen's name. */
export async function objections(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const size of [ZOOMED, WIDE]) {
    await page.setViewportSize(size);
    // Colours are read while they stand still.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id, nodes }) => `${name} at ${size.width}: ${id} ${nodes[0]?.target}`));
  }
  return found;
}
