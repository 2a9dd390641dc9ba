import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Language } from '#shared/i18n/messages.ts';
import { drawPhoto } from '../support/photos.ts';
import { objections, objectionsInTheDark, WIDE } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { openedReport } from './opened-report.ts';
import { wordsAmiss } from './wording.ts';

/** Whose answer with a photo was sent: it may stand elsewhere in the queue after that. */
let answered = '';

/** Every screen, by what an officer does to get there from the queue. */
const SCREENS: readonly [string, (page: Page) => Promise<void>][] = [
  ['the queue and a report', async () => {}],
  ['the first report, opened', (page) => press(page, 'j', 'Enter')],
  [
    'the explanation of a clock',
    async (page) => {
      await press(page, 'j');
      await page
        .getByRole('button', { name: /Penyelesaian/ })
        .first()
        .click();
    },
  ],
  [
    'the composer with a text',
    async (page) => {
      await press(page, 'j', 'r');
      await page.keyboard.type('Petugas kami sudah memeriksa lokasi.');
    },
  ],
  [
    'two drafts with their files, and one that was not taken',
    async (page) => {
      await press(page, 'j', 'r');
      await page.keyboard.type('Draf pertama.');
      await page.keyboard.press('Control+Shift+D');
      await page.keyboard.type('Draf kedua.');
      const buffer = await drawPhoto(page, { width: 2000, height: 1500, grain: 40 });
      await page.getByTestId('picker').setInputFiles([
        { name: 'foto.jpg', mimeType: 'image/jpeg', buffer },
        { name: 'kosong.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
      ]);
      await expect(page.getByRole('button', { name: 'kirim asli' })).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText('“kosong.jpg” tidak dilampirkan')).toBeVisible();
    },
  ],
  [
    'what was begun before, with the sent files of a report',
    async (page) => {
      await expect(page.getByRole('region', { name: /tulisan belum selesai/ })).toBeVisible();
      await press(page, 'j', 'r');
      answered = await openedReport(page);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('button', { name: /^Buka foto.jpg/ })).toBeVisible();
    },
  ],
  [
    'a file that is looked at',
    async (page) => {
      await press(page, '/');
      await page.keyboard.type(answered);
      await press(page, 'Enter');
      await page
        .getByRole('button', { name: /^Buka foto.jpg/ })
        .first()
        .click();
      await expect(page.getByRole('dialog').getByRole('img', { name: 'foto.jpg' })).toBeVisible();
    },
  ],
  [
    'the explanation of a delay',
    async (page) => {
      await press(page, 'j', 'Control+k');
      await page.keyboard.type('jelaskan keterlambatan');
      await press(page, 'Enter');
      await expect(page.getByRole('dialog', { name: 'Jelaskan keterlambatan' })).toContainText('Jumlah');
    },
  ],
  ['a return with its reason', (page) => press(page, 'j', 'b')],
  [
    'what was just sent, with undo',
    async (page) => {
      await press(page, 'j', 'n');
      await page.keyboard.type('Material tiba Rabu.');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('Material tiba Rabu.').first()).toBeVisible();
    },
  ],
  [
    'search results',
    async (page) => {
      await press(page, '/');
      await page.keyboard.type('lampu');
      await expect(page.getByRole('grid', { name: 'Hasil pencarian' })).toBeVisible();
    },
  ],
  [
    'a search without result',
    async (page) => {
      await press(page, '/');
      await page.keyboard.type('zzzz');
      await expect(page.getByText('Tidak ada laporan dengan “zzzz”')).toBeVisible();
    },
  ],
  ['the outbox', (page) => goTo(page, 'kotak keluar', 'Kotak keluar')],
  ['what needs attention', (page) => goTo(page, 'perlu perhatian', 'Perlu perhatian')],
  ['drafts', (page) => goTo(page, 'ke draf', 'Draf')],
  ['all reports', (page) => goTo(page, 'ke semua', 'Semua')],
  ['the palette', (page) => press(page, 'Control+k')],
  ['the keys', (page) => press(page, '?')],
  ['the handbook', (page) => press(page, 'F1')],
  [
    'the sync log',
    async (page) => {
      await press(page, 'c');
      await expect(page.getByRole('dialog', { name: 'Catatan sinkronisasi' })).toBeVisible();
    },
  ],
  [
    'the settings',
    async (page) => {
      await page.getByRole('button', { name: 'Pengaturan' }).click();
      await expect(page.getByText('Unduh lampiran')).toBeVisible();
    },
  ],
];

/** The smallest window with all three parts: there is least room for words. */
const NARROWEST = { width: 1280, height: 720 };

// A record of every step would take longer than the steps, and what is found is told in words.
test.use({ trace: 'off' });

test('no screen has an axe violation, light also at 200 % zoom and in the colours of the dark, nor a word that is cut or of the other language', async ({
  stack,
  browser,
}) => {
  test.setTimeout(400_000);
  await stack.central.cli('demo');
  const desk = await stack.officer('Dinas Perhubungan', 'Rina Sitepu');
  const found: string[] = [];
  const settings = await browser.newPage();
  await settings.goto(desk.address());
  await expect(settings.getByRole('grid')).toBeVisible();
  for (const [name, reach] of SCREENS) {
    const context = await browser.newContext({ colorScheme: 'light', viewport: WIDE });
    const page = await context.newPage();
    // What is not there fails soon, and not at the end of the whole test.
    page.setDefaultTimeout(30_000);
    await page.goto(desk.address());
    await expect(page.getByRole('grid')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Sambungan' })).toContainText(/tersinkron|belum terkirim/);
    await reach(page);
    found.push(...(await objections(page, name)), ...(await objectionsInTheDark(page, name)));
    await page.setViewportSize(NARROWEST);
    found.push(...(await wordsAmiss(page, 'id', name)));
    await speak(settings, page, 'en');
    found.push(...(await wordsAmiss(page, 'en', name)));
    await speak(settings, page, 'id');
    await context.close();
  }
  expect(found).toEqual([]);
});

test('the enrolment has no axe violation', async ({ stack, page }) => {
  const desk = stack.desk('baru');
  await desk.start();
  await page.goto(desk.address());
  await expect(page.getByRole('heading', { name: 'Hubungkan komputer ini' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Another window of the same officer changes the language: what is open stays open. */
async function speak(settings: Page, page: Page, language: Language): Promise<void> {
  await press(settings, 'Control+k');
  await settings.keyboard.type(language === 'en' ? 'english' : 'bahasa indonesia');
  await press(settings, 'Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

async function goTo(page: Page, words: string, heading: string): Promise<void> {
  await press(page, 'Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: heading, exact: true }).first()).toBeVisible();
}
