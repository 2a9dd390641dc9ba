import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/test/chromium.ts';
import { startBackend } from './backend-process.ts';
import { percentile } from './statistics.ts';

/**
 * From a key's own time stamp until its effect is on the screen, ms, in the window itself: the effect is
 * looked for at the beginning of each frame, just before it is painted, and the beginning of the next frame
 * is taken as the moment at which that one reaches the screen. p95 of each kind and of all together.
 */
export type KeyToPaint = {
  /** `j`: the next complaint is chosen in the list and shown beside it. */
  readonly next: number;
  /** Page Down: the same a screen further, with every row of the list another one. */
  readonly far: number;
  /** `r`: the composer is open and has the focus. */
  readonly reply: number;
  /** A letter in the composer. */
  readonly letter: number;
  readonly all: number;
};

type Effect = 'report' | 'composer' | 'letter';

const TIMES = 60;
/** An officer's pace: time for what follows a key, such as saving a draft, before the next one. */
const PAUSE_MS = 60;

/** Null: there is no Chromium here. */
export async function measureKeys(dataDir: string): Promise<KeyToPaint | null> {
  const { platform, env } = process;
  const executablePath = findChromium({ platform, env, exists: existsSync, playwrights: '' });
  if (executablePath === null) return null;
  const backend = await startBackend(dataDir);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(backend.address());
    await queueShown(page);
    return await measuredIn(page);
  } finally {
    await browser.close();
    await backend.stop();
  }
}

/** The queue and a complaint stand in the window. */
export async function queueShown(page: Page): Promise<void> {
  const list = page.getByRole('grid', { name: /^Antrean/ });
  await list.locator('[role=row][aria-selected]').first().waitFor();
  await page.locator('section[data-case]').first().waitFor();
}

/** In a window that shows the queue. */
export async function measuredIn(page: Page): Promise<KeyToPaint> {
  const times = async (count: number, press: () => Promise<number>): Promise<number[]> => {
    const samples: number[] = [];
    for (let n = 0; n < count; n++) {
      samples.push(await press());
      await page.waitForTimeout(PAUSE_MS);
    }
    return samples;
  };
  // What is used for the first time is still being made ready.
  await times(5, () => pressed(page, 'j', 'report'));
  const next = await times(TIMES, () => pressed(page, 'j', 'report'));
  await page.getByRole('grid', { name: /^Antrean/ }).focus();
  const far = await times(TIMES, () => pressed(page, 'PageDown', 'report'));

  const reply: number[] = [];
  const letter: number[] = [];
  const words = 'sudah kami tangani '.replaceAll(' ', '');
  for (let n = 0; n < TIMES; n++) {
    reply.push(await pressed(page, 'r', 'composer'));
    await page.waitForTimeout(PAUSE_MS);
    letter.push(...(await times(2, () => pressed(page, words[n % words.length] ?? 'a', 'letter'))));
    await page.keyboard.press('Escape');
    await pressed(page, 'j', 'report');
  }
  const p95 = (samples: readonly number[]): number => percentile(samples, 0.95);
  return {
    next: p95(next),
    far: p95(far),
    reply: p95(reply),
    letter: p95(letter),
    all: p95([...next, ...far, ...reply, ...letter]),
  };
}

async function pressed(page: Page, key: string, effect: Effect): Promise<number> {
  const painted = await page.evaluateHandle(watchForPaint, effect);
  await page.keyboard.press(key);
  return await painted.evaluate(({ ms }) => ms);
}

/** Runs in the window: waits for the next key, then for its effect, then for the frame after it. */
function watchForPaint(effect: Effect): { readonly ms: Promise<number> } {
  const GIVE_UP_MS = 10_000;
  const chosen = (): string =>
    `${document.querySelector('section[data-case]')?.getAttribute('data-case')} ${
      document.querySelector('[role=row][aria-selected=true]')?.textContent
    }`;
  const typed = (): string | null =>
    document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : null;
  const [chosenBefore, typedBefore] = [chosen(), typed()];
  const [caseBefore = '', ...rowBefore] = chosenBefore.split(' ');
  const shows = (): boolean => {
    if (effect === 'composer') return typed() !== null;
    if (effect === 'letter') return typed() !== null && typed() !== typedBefore;
    const [caseNow = '', ...rowNow] = chosen().split(' ');
    return caseNow !== caseBefore && rowNow.join(' ') !== rowBefore.join(' ');
  };
  const ms = new Promise<number>((resolve, reject) => {
    const begin = ({ timeStamp }: KeyboardEvent): void => {
      const look = (): void => {
        if (shows()) requestAnimationFrame((next) => resolve(next - timeStamp));
        else if (performance.now() - timeStamp < GIVE_UP_MS) requestAnimationFrame(look);
        else reject(new Error(`a key had no effect (${effect})`));
      };
      requestAnimationFrame(look);
    };
    document.addEventListener('keydown', begin, { capture: true, once: true });
  });
  return { ms };
}
