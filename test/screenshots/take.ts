import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ROOT } from '../../build/base/paths.ts';
import { buildIfStale } from '../../build/build.ts';
import { findChromium } from '../../build/test/chromium.ts';
import { connectBackend } from '../support/backend-client.ts';
import { EXPORT_FIXTURE } from '../support/export-fixture.ts';
import { drawPhoto } from '../support/photos.ts';
import { type HostProcess, startStack } from '../support/stack.ts';

const TARGET = join(ROOT, 'screenshots');
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
];
const README_PICTURE = join(ROOT, 'build/images/window-light.png');
/**
 * What the handbook shows, beside the chapter of each screen: `npm run screenshots -- --handbook` renews
 * them.
 */
const IN_THE_HANDBOOK: Readonly<Record<string, string>> = {
  antrean: 'morning',
  menulis: 'case',
  keterlambatan: 'delay',
  'kotak-keluar': 'outbox',
  'jawab-bersama': 'joint',
  impor: 'import',
  latihan: 'practice',
};
const renewsHandbook = process.argv.includes('--handbook');
const PHOTO = { width: 2400, height: 1800, grain: 40 };
const ANSWER =
  'Terima kasih atas laporannya. Regu kami memeriksa lokasi pada Kamis pagi dan mengganti komponen yang rusak; perbaikan selesai paling lambat pekan depan.';

const JOINT =
  'Yth. {nama pelapor}, laporan {id laporan} sudah kami terima. Perbaikan dikerjakan pekan ini, bersama laporan lain di tempat yang sama.';

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
  const [agency] = (await stack.demo()).agencies;
  const host = stack.host('Nurhayati Saragih', {
    code: await stack.code(agency, 'Nurhayati Saragih'),
    demo: true,
  });
  await host.start();
  await skipTour(host);

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of SIZES) {
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const shoot = async (name: string) => {
        const picture = await page.screenshot();
        writeFileSync(
          join(TARGET, `${name}-${colorScheme}-${viewport.width}x${viewport.height}.png`),
          picture,
        );
        const first = colorScheme === 'light' && viewport === SIZES[0];
        const screen = IN_THE_HANDBOOK[name];
        if (renewsHandbook && first && screen !== undefined)
          writeFileSync(join(ROOT, 'renderer/screens', screen, `${name}.png`), picture);
        if (renewsHandbook && first && name === 'antrean') writeFileSync(README_PICTURE, picture);
      };
      await page.goto(host.address());
      await mainScreens(page, shoot);
      const stranger = stack.host(`baru-${colorScheme}-${viewport.width}`);
      await stranger.start();
      await page.goto(stranger.address());
      await page.getByRole('textbox').first().waitFor();
      await shoot('daftar');
      await practice(page, shoot);
      await stranger.stop();
      const alone = stack.host(`sendiri-${colorScheme}-${viewport.width}`);
      await alone.start();
      await skipTour(alone);
      await page.goto(alone.address());
      await standaloneScreens(page, shoot);
      await alone.stop();
      await context.close();
    }
  }
  console.log(`screenshots in ${TARGET}`);
} finally {
  await browser.close();
  await stack.close();
}

async function skipTour(host: HostProcess): Promise<void> {
  const { backend, close } = await connectBackend(host.address());
  await backend.settings.set({ tour: 'seen' });
  close();
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** The screens of an officer at work; the service is stopped in the middle and comes back. */
async function mainScreens(page: Page, shoot: (name: string) => Promise<unknown>): Promise<void> {
  const complaints = page.getByRole('grid').locator('[role=row][aria-selected]');
  await complaints.nth(2).waitFor();
  const connection = page.getByRole('region', { name: 'Sambungan' });
  await connection.getByText('Daring · sama dengan pusat').waitFor();
  await complaints.nth(1).click();
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
  const found = page.getByRole('grid', { name: 'Hasil pencarian' });
  await found
    .locator('mark', { hasText: /^lampu$/i })
    .first()
    .waitFor();
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

  await command(page, 'selamat pagi');
  await page.getByRole('dialog').waitFor();
  await shoot('pagi');
  await page.keyboard.press('Escape');
  await command(page, 'kelola templat');
  await page.getByRole('dialog').waitFor();
  await shoot('templat');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Escape');
  await complaints.nth(3).click();
  await page.keyboard.press('Escape');
  for (const _ of [1, 2, 3]) {
    await page.keyboard.press('x');
    await page.keyboard.press('j');
  }
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(JOINT);
  await dialog
    .getByText(/^Yth. .*Perbaikan dikerjakan/)
    .last()
    .waitFor();
  await dialog.getByText('draf tersimpan').waitFor();
  await shoot('jawab-bersama');
  await dialog.getByRole('button', { name: 'Buang draf' }).click();
  await dialog.waitFor({ state: 'detached' });
  await command(page, 'lepas pilihan');

  await stack.central.stop();
  await connection.getByText('Luring').waitFor();
  await complaints.nth(2).click();
  await page.keyboard.press('n');
  await page
    .getByRole('textbox', { name: 'Teks catatan internal' })
    .fill('Material tiba Rabu, regu lapangan sudah tahu.');
  await page.keyboard.press('Control+Enter');
  await shoot('urungkan');
  await page.getByRole('button', { name: 'Kotak keluar' }).click();
  await shoot('kotak-keluar');
  await stack.central.start();
  await connection.getByText('Daring · sama dengan pusat').waitFor({ timeout: 60_000 });
  await shoot('kotak-keluar-daring');
}

/** Practice, from the first screen on. */
async function practice(page: Page, shoot: (name: string) => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name: 'Coba dahulu' }).click();
  await page.getByRole('button', { name: 'Lewati' }).click();
  await page.getByRole('grid').locator('[role=row][aria-selected]').nth(2).click();
  await shoot('latihan');
  await page.getByRole('button', { name: 'Selesai latihan' }).click();
  await page.getByRole('button', { name: 'Coba dahulu' }).waitFor();
}

/**
 * An office without a central service: how it begins, what an export would do, and the queue that comes of
 * it.
 */
async function standaloneScreens(page: Page, shoot: (name: string) => Promise<unknown>): Promise<void> {
  await page.getByRole('radio', { name: 'Sendiri dahulu' }).click();
  await page.getByLabel('Nama OPD').fill('Dinas Perhubungan');
  await page.getByLabel('Nama Anda').fill('Rina Sitepu');
  await shoot('daftar-sendiri');
  await page.getByRole('button', { name: 'Mulai bekerja' }).click();
  await page.getByText('Belum ada laporan di komputer ini').waitFor();
  await shoot('mandiri-kosong');
  await page.getByRole('button', { name: 'Impor ekspor LAPOR!…' }).click();
  await page.locator('input[type=file]').last().setInputFiles(EXPORT_FIXTURE);
  await page.getByText('Yang akan terjadi').waitFor();
  await shoot('impor');
  await page.getByRole('button', { name: 'Impor', exact: true }).click();
  await page.getByRole('button', { name: 'Ke antrean' }).click();
  await page.getByRole('grid').locator('[role=row][aria-selected]').nth(1).click();
  await shoot('mandiri');
}
