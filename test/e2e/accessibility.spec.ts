import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Language } from '#shared/i18n/messages.ts';
import { objections, objectionsInTheDark, WIDE } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { command } from './office.ts';
import { SCREENS } from './screens.ts';
import { wordsAmiss } from './wording.ts';

/** The smallest window with all three parts: there is least room for words. */
const NARROWEST = { width: 1280, height: 720 };

// A record of every step would take longer than the steps, and what is found is told in words.
test.use({ trace: 'off' });

test('no screen has an axe violation, light also at 200 % zoom and in the colours of the dark, nor a word that is cut or of the other language', async ({
  stack,
  browser,
}) => {
  await stack.central.cli('demo');
  const host = await stack.officer('Dinas Perhubungan', 'Rina Sitepu');
  const found: string[] = [];
  const context = await browser.newContext({ colorScheme: 'light', viewport: WIDE });
  const settings = await context.newPage();
  await settings.goto(host.address());
  await expect(settings.getByRole('grid')).toBeVisible();
  for (const [name, reach] of SCREENS) {
    // A tab of its own begins at the queue, and has the window's code from the tab before.
    const page = await context.newPage();
    await page.goto(host.address());
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Sambungan' })).toContainText(
      /Daring · sama dengan pusat|belum terkirim/,
    );
    await reach(page);
    found.push(...(await objections(page, name)), ...(await objectionsInTheDark(page, name)));
    await page.setViewportSize(NARROWEST);
    found.push(...(await wordsAmiss(page, 'id', name)));
    await speak(settings, page, 'en');
    found.push(...(await wordsAmiss(page, 'en', name)));
    await speak(settings, page, 'id');
    await page.close();
  }
  await context.close();
  expect(found).toEqual([]);
});

test('the enrolment has no axe violation', async ({ stack, page }) => {
  const host = stack.host('baru');
  await host.start();
  await page.goto(host.address());
  await expect(page.getByRole('heading', { name: 'Hubungkan komputer ini' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

/** Another window of the same officer changes the language: what is open stays open. */
async function speak(settings: Page, page: Page, language: Language): Promise<void> {
  await command(settings, language === 'en' ? 'english' : 'bahasa indonesia');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
