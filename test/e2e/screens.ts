import { expect, type Page } from '@playwright/test';
import { drawPhoto } from '../support/photos.ts';
import { command, put } from './office.ts';
import { openedComplaint } from './opened-complaint.ts';

/** Whose answer with a photo was sent: it may stand elsewhere in the queue after that. */
let answered = '';

/** Every screen, by what an officer does to get there from the queue. */
export const SCREENS: readonly [string, (page: Page) => Promise<void>][] = [
  ['the queue and a complaint', async () => {}],
  ['the first complaint, opened', (page) => press(page, 'j', 'Enter')],
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
      await put(page, 'Petugas kami sudah memeriksa lokasi.');
    },
  ],
  [
    'two drafts with their files, and one that was not taken',
    async (page) => {
      await press(page, 'j', 'r');
      await put(page, 'Draf pertama.');
      await page.keyboard.press('Control+Shift+D');
      await put(page, 'Draf kedua.');
      const buffer = await drawPhoto(page, { width: 2000, height: 1500, grain: 40 });
      await page.getByTestId('picker').setInputFiles([
        { name: 'foto.jpg', mimeType: 'image/jpeg', buffer },
        { name: 'kosong.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
      ]);
      await expect(page.getByRole('button', { name: 'kirim asli' })).toBeVisible();
      await expect(page.getByText('“kosong.jpg” tidak dilampirkan')).toBeVisible();
    },
  ],
  [
    'what was begun before, with the sent files of a complaint',
    async (page) => {
      await expect(page.getByRole('region', { name: /tulisan belum selesai/ })).toBeVisible();
      await press(page, 'j', 'r');
      answered = await openedComplaint(page);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('button', { name: /^Buka foto.jpg/ })).toBeVisible();
    },
  ],
  [
    'a file that is looked at',
    async (page) => {
      await press(page, '/');
      await put(page, answered);
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
      await put(page, 'jelaskan keterlambatan');
      await press(page, 'Enter');
      await expect(page.getByRole('dialog', { name: 'Jelaskan keterlambatan' })).toContainText('Jumlah');
    },
  ],
  ['a return with its reason', (page) => press(page, 'j', 'b')],
  [
    'what was just sent, with undo',
    async (page) => {
      await press(page, 'j', 'n');
      await put(page, 'Material tiba Rabu.');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('Material tiba Rabu.').first()).toBeVisible();
    },
  ],
  [
    'search results',
    async (page) => {
      await press(page, '/');
      await put(page, 'lampu');
      await expect(page.getByRole('grid', { name: 'Hasil pencarian' })).toBeVisible();
    },
  ],
  [
    'a search without result',
    async (page) => {
      await press(page, '/');
      await put(page, 'zzzz');
      await expect(page.getByText('Tidak ada laporan dengan “zzzz”')).toBeVisible();
    },
  ],
  [
    'a search that is to be kept',
    async (page) => {
      await press(page, '/');
      await put(page, 'lampu');
      await expect(page.getByRole('grid', { name: 'Hasil pencarian' })).toBeVisible();
      await command(page, 'simpan pencarian');
      await press(page, 'Enter');
      await expect(page.getByText('Tulis namanya dahulu.')).toBeVisible();
    },
  ],
  [
    'own views, one with its order and rows',
    async (page) => {
      await press(page, '/');
      await put(page, 'jalan');
      await expect(page.getByRole('grid', { name: 'Hasil pencarian' })).toBeVisible();
      await command(page, 'simpan pencarian');
      await put(page, 'Jalan');
      await press(page, 'Enter');
      await expect(page.getByRole('list', { name: 'Tampilan saya' })).toContainText('Jalan');
      await command(page, 'atur tampilan');
      await page.getByRole('dialog').locator('summary').press('Enter');
      await expect(page.getByRole('radio', { name: 'Terbaru masuk' })).toBeVisible();
    },
  ],
  [
    'several complaints picked, and what is to be done to them',
    async (page) => {
      await press(page, 'j', 'x', 'j', 'x');
      await expect(page.getByRole('region', { name: 'Laporan terpilih' })).toContainText('2 dipilih');
      await press(page, 'f');
      await put(page, 'Seksi PJU');
      await expect(page.getByRole('dialog').getByLabel('akan dilakukan').first()).toBeVisible();
    },
  ],
  [
    'the first look of the day',
    async (page) => {
      await press(page, 'g');
      await expect(page.getByRole('dialog', { name: /^Selamat/ })).toContainText('sinkron');
    },
  ],
  [
    'what was answered before, and what citizens will read',
    async (page) => {
      await press(page, 'j', 'r', 'Control+Shift+p', 'Control+j');
      await expect(
        page.getByText('Sudah pernah dijawab').or(page.getByText('belum menjawab')).first(),
      ).toBeVisible();
    },
  ],
  [
    'the list of templates',
    async (page) => {
      await press(page, 'j', 'r', 'Control+t');
      // One of them has the name of a deed, and keeps it in every language.
      await put(page, 'ucapan');
      await expect(page.getByRole('option', { name: /^Jadwal/ })).toHaveCount(0);
    },
  ],
  [
    'own templates',
    async (page) => {
      await command(page, 'kelola templat');
      await expect(page.getByRole('dialog', { name: 'Templat saya' })).toBeVisible();
    },
  ],
  ['the outbox', (page) => goTo(page, 'kotak keluar', 'Kotak keluar')],
  ['what needs attention', (page) => goTo(page, 'perlu perhatian', 'Perlu perhatian')],
  [
    'a complaint that is being recorded',
    async (page) => {
      await press(page, 'a');
      await expect(page.getByRole('textbox', { name: 'Isi pengaduan' })).toBeFocused();
      await put(page, 'Lampu jalan mati di depan pasar, gelap sekali.');
      await page.getByLabel('Kanal', { exact: true }).selectOption('social');
      await expect(page.getByRole('dialog').locator('[data-save-state=saved]')).toBeVisible();
    },
  ],
  [
    'drafts, with the complaint that is being recorded',
    async (page) => {
      await goTo(page, 'ke draf', 'Draf');
      await expect(page.getByRole('region', { name: 'Yang sedang disusun' })).toBeVisible();
    },
  ],
  ['all complaints', (page) => goTo(page, 'ke semua', 'Semua')],
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
      await expect(page.getByText('Jaringan terbatas kuota')).toBeVisible();
    },
  ],
];

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function goTo(page: Page, words: string, heading: string): Promise<void> {
  await command(page, words);
  await expect(page.getByRole('region', { name: heading, exact: true }).first()).toBeVisible();
}
