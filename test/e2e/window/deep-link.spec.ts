import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { importComplaints } from '../office.ts';

const AGENCY = 'Dinas Perhubungan';
const [FIRST, SECOND, THIRD] = ['9300981', '9300982', '9300983'] as const;
const linkTo = (id: string) => `penghubung://laporan/${id}`;

test('a link opens its complaint at the first start, at the second one and as macOS gives it; any other opens nothing', async ({
  stack,
  installed,
}) => {
  if (installed === null) throw new Error('no window of Electron');
  await importComplaints(stack, [FIRST, SECOND, THIRD], AGENCY);
  const dataDir = join(stack.folder, 'officer');
  const program = await installed.start({ dataDir, args: [linkTo(FIRST)] });
  const page = await program.firstWindow();
  const said = page.getByRole('region', { name: 'Tautan ke laporan' });
  const shown = (id: string) => expect(page.locator(`[data-case="lapor-${id}"]`)).toBeVisible();

  // Nobody works here yet: it is said, and the complaint is opened when the computer is connected.
  await expect(said).toContainText(`Laporan ${FIRST} dari tautan tadi dibuka begitu ada di komputer ini.`);
  await page.getByLabel('Alamat layanan pusat').fill(stack.central.address());
  await page.getByLabel('Kode sekali pakai').fill(await stack.code(AGENCY, 'Rina Sitepu'));
  await page.getByLabel('Nama Anda').fill('Rina Sitepu');
  await page.getByRole('button', { name: 'Hubungkan' }).click();
  await shown(FIRST);
  await expect(said).toHaveCount(0);

  await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await installed.startAgain(dataDir, linkTo(SECOND))).toBe(0);
  await shown(SECOND);
  expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(
    true,
  );

  await program.evaluate(
    ({ app }, link) => app.emit('open-url', { preventDefault: () => {} }, link),
    linkTo(THIRD),
  );
  await shown(THIRD);

  expect(await installed.startAgain(dataDir, linkTo('9399999'))).toBe(0);
  await expect(said).toContainText('Laporan 9399999 tidak ada di komputer ini.');
  await shown(THIRD);
  await said.getByRole('button', { name: 'Mengerti' }).focus();
  await page.keyboard.press('Enter');
  await expect(said).toHaveCount(0);

  expect(await installed.startAgain(dataDir, `${linkTo(FIRST)}/hapus`)).toBe(0);
  await expect(said).toContainText('Tautan tadi bukan tautan ke laporan. Tidak ada yang dibuka');
  await shown(THIRD);
  await program.close();
});
