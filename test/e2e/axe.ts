import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const WIDE = { width: 1366, height: 768 };
/** 1366×768 at 200 % zoom. */
const ZOOMED = { width: 683, height: 384 };

/** Those of axe's rules that read colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe objects to on the screen as it is, at both sizes: one line each, with the screen's name. */
export async function objections(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const size of [ZOOMED, WIDE]) {
    await page.setViewportSize(size);
    await painted(page, size);
    found.push(...(await violated(page, axeOf(page), `${name} at ${size.width}`)));
  }
  return found;
}

/** The same screen in the dark, where only its colours differ. */
export async function objectionsInTheDark(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  return violated(page, axeOf(page).withRules(OF_COLOURS), `${name} in the dark`);
}

/**
 * A third of the usual time: the page has no frames, so no second page gathers what they say; what is in
 * order is not listed.
 */
function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

/** The page has this size, and what follows from it (a drawer, a column less) is on the screen. */
async function painted(page: Page, size: typeof WIDE): Promise<void> {
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function violated(page: Page, axe: AxeBuilder, where: string): Promise<string[]> {
  // Colours are read while they stand still. Ended, not awaited: what is in a closed part of the page never
  // moves on.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  const { violations } = await axe.analyze();
  const shown = violations.length === 0 ? '' : await page.evaluate(outline);
  return violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.target} (${shown})`);
}

/** What the screen consists of, so that a red story says it: landmarks and dialogs with their places. */
function outline(): string {
  const parts = document.querySelectorAll<HTMLElement>('main, [role=dialog], h1, .window-columns');
  const lines = [...parts].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    const inert = part.closest('[inert]') === null ? '' : ' inert';
    return `${part.getAttribute('role') ?? part.localName}${inert} ${[x, y, width, height].map(Math.round)}`;
  });
  return [`${innerWidth}×${innerHeight}`, ...lines].join('; ');
}
