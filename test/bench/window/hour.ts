import type { Page } from '@playwright/test';
import { inventedQueries } from '../invented.ts';

/** An hour of the officer: so many rounds of reading, searching and answering. */
const ROUNDS = 12;
const READ = 20;
const ANSWERED = 3;
const SEARCHED = 4;
/** For what follows a key, such as saving a draft. */
const PAUSE_MS = 60;
/** So long nobody touches the program when a quarter is over, as for most of a real one. */
const REST_MS = 10_000;
const QUARTER = ROUNDS / 4;

/**
 * @param worked after each twelfth of the hour
 * @param rested after a rest at the end of each quarter, when the page's garbage is collected: by itself V8
 *   does that when it needs room, at any time of the rest or long after it
 */
export async function workAnHour(page: Page, worked: () => void, rested: () => void): Promise<void> {
  const queries = inventedQueries(ROUNDS * SEARCHED);
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.waitForTimeout(PAUSE_MS);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let n = 0; n < READ; n++) await press('j');
    for (let n = 0; n < ANSWERED; n++) {
      await press('r');
      await page.keyboard.type(
        `Sudah kami tangani bersama petugas di lapangan, putaran ${round}, terima kasih.`,
      );
      await press('Control+Enter');
      await press('Escape');
      await press('j');
    }
    for (const query of queries.splice(0, SEARCHED)) {
      await press('/');
      await page.keyboard.type(query);
      await page.waitForTimeout(10 * PAUSE_MS);
      await press('Escape');
      await press('Escape');
    }
    await press('g');
    await page.waitForTimeout(10 * PAUSE_MS);
    await press('Escape');
    await page.getByRole('grid', { name: /^Antrean/ }).focus();
    for (let n = 0; n < READ; n++) await press('PageDown');
    await press('Home');
    worked();
    if ((round + 1) % QUARTER === 0) {
      await page.waitForTimeout(REST_MS);
      await page.requestGC();
      await page.waitForTimeout(REST_MS);
      rested();
    }
  }
}
