import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { buildIfStale } from '../../build/build.ts';
import { ROOT } from '../../build/paths.ts';
import { findChromium } from '../../build/test/chromium.ts';
import { drawPhoto } from '../support/photos.ts';
import { startStack } from '../support/stack.ts';

const TARGET = join(ROOT, 'screenshots');
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
];
/** What the handbook shows, from which picture here: `npm run screenshots -- --handbook` renews them. */
const HANDBOOK = join(ROOT, 'renderer/features/help/pictures');
const IN_THE_HANDBOOK = ['antrean', 'menulis', 'keterlambatan', 'kotak-keluar'];
const renewsHandbook = process.argv.includes('--handbook');
const PHOTO = { width: 2400, height: 1800, grain: 40 };
const ANSWER =
  'Terima kasih atas laporannya. Regu kami memeriksa lokasi pada Kamis pagi dan mengganti komponen yang rusak; perbaikan selesai paling lambat pekan depan.';

const executablePath = findChromium({
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  playwrights: chromium.executablePath(),
});
if (executablePath === null) throw new Error('no Chromium here; name one in CHROMIUM_PATH');

await buildIfStale();
mkdirSync(TARGET, { recursive: true });
const stack = await startStack();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const [opd] = (await stack.demo()).agencies;
  const desk = stack.desk('Nurhayati Saragih', {
    code: await stack.code(opd, 'Nurhayati Saragih'),
    demo: true,
  });
  await desk.start();
  const stranger = stack.desk('baru');
  await stranger.start();

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of SIZES) {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
        reducedMotion: 'reduce',
      });
      await context.addInitScript(() => localStorage.setItem('penghubung.tour', 'seen'));
      const page = await context.newPage();
      const shoot = async (name: string) => {
        const picture = await page.screenshot();
        writeFileSync(
          join(TARGET, `${name}-${colorScheme}-${viewport.width}x${viewport.height}.png`),
          picture,
        );
        const first = colorScheme === 'light' && viewport === SIZES[0];
        if (renewsHandbook && first && IN_THE_HANDBOOK.includes(name))
          writeFileSync(join(HANDBOOK, `${name}.png`), picture);
      };
      await page.goto(desk.address());
      await mainScreens(page, shoot);
      await page.goto(stranger.address());
      await page.getByRole('textbox').first().waitFor();
      await shoot('daftar');
      await context.close();
    }
  }
  console.log(`screenshots in ${TARGET}`);
} finally {
  await browser.close();
  await stack.close();
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** The screens of an officer at work; the service is stopped in the middle and comes back. */
async function mainScreens(page: Page, shoot: (name: string) => Promise<unknown>): Promise<void> {
  const reports = page.getByRole('grid').locator('[role=row][aria-selected]');
  await reports.nth(2).waitFor();
  const connection = page.getByRole('region', { name: 'Sambungan' });
  await connection.getByText('tersinkron').waitFor();
  await reports.nth(1).click();
  await shoot('antrean');

  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Teks tindak lanjut' }).fill(ANSWER);
  await shoot('menulis');
  await page.getByTestId('picker').setInputFiles([
    { name: 'foto-tiang.jpg', mimeType: 'image/jpeg', buffer: await drawPhoto(page, PHOTO) },
    { name: 'foto-palsu.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\0\0\0\0\0\0') },
  ]);
  await page.getByRole('button', { name: 'kirim asli' }).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Mulai draf lain' }).click();
  await page.keyboard.type('Pemasangan tiang selesai Rabu.');
  await shoot('lampiran');
  await page.getByRole('button', { name: 'Buang draf' }).click();
  await page.getByRole('button', { name: 'Buang draf' }).click();
  await page.keyboard.press('Escape');

  await command(page, 'jelaskan keterlambatan');
  await page.getByRole('dialog').getByText('Jumlah').waitFor();
  await shoot('keterlambatan');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.getByRole('dialog').getByRole('img').waitFor();
  await shoot('buku-petunjuk');
  await page.keyboard.press('Escape');

  await page.keyboard.press('/');
  await page.keyboard.type('lampu jalan');
  await page.getByRole('grid', { name: 'Hasil pencarian' }).getByRole('row').first().waitFor();
  await shoot('cari');
  await page.getByRole('button', { name: 'Hapus pencarian' }).click();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await shoot('palet');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await shoot('tombol');
  await page.keyboard.press('Escape');

  await page.keyboard.press('a');
  await page
    .getByRole('textbox', { name: 'Isi pengaduan' })
    .fill('Lampu jalan di simpang mati sejak Senin, gelap kalau malam.');
  await page.getByLabel('Kanal', { exact: true }).selectOption('call_center');
  await page.getByRole('dialog').getByText('draf tersimpan').waitFor();
  await shoot('catat');
  await page.getByRole('button', { name: 'Buang draf' }).last().click();
  await page.keyboard.press('Escape');

  await stack.central.stop();
  await connection.getByText('Luring').waitFor();
  await reports.nth(2).click();
  await page.keyboard.press('n');
  await page
    .getByRole('textbox', { name: 'Teks catatan internal' })
    .fill('Material tiba Rabu, regu lapangan sudah tahu.');
  await page.keyboard.press('Control+Enter');
  await shoot('urungkan');
  await page.getByRole('button', { name: 'Kotak keluar' }).click();
  await shoot('kotak-keluar');
  await stack.central.start();
  await connection.getByText('tersinkron').waitFor({ timeout: 60_000 });
  await shoot('kotak-keluar-daring');
}
