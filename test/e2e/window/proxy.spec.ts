import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { REGENCY_AUTHORITY } from '../../../electron/backend/testing/certificates.ts';
import { CENTRAL_NAME, startOfficeProxy } from '../../support/office-proxy.ts';
import { drawPhoto } from '../../support/photos.ts';
import type { Stack } from '../../support/stack.ts';
import { expect, test } from '../fixtures.ts';
import { answer, connection, openRow, synced } from '../office.ts';
import { atOffice, network } from './behind-proxy.ts';

const AGENCY = 'Dinas Perhubungan';
const NAME = 'Rina Sitepu';
const PASSWORD = 'Proksi di jaringan ini meminta kata sandi, jadi tidak ada yang lewat.';

test('every request goes the way that the office’s script says, that of a photo too; a proxy that wants a password is named, and what waits goes later', async ({
  stack,
  installed,
}) => {
  if (installed === null) throw new Error('no window of Electron');
  await stack.central.cli('demo');
  const proxy = await startOfficeProxy(stack.central.address());
  const app = await installed.start(await atOffice(stack, proxy, AGENCY, NAME));
  const page = await app.firstWindow();
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  await openRow(page, page.getByRole('grid').locator('[role=row][aria-selected]').nth(1));
  const photo = await drawPhoto(page, { width: 300, height: 200 });
  await answer(page, 'Lampu di tikungan sudah diganti.', photo);
  const ways = () => proxy.asked().map((asked) => asked.replace(/(attachments\/).*/, '$1…'));
  await expect
    .poll(() => [...new Set(ways())].toSorted())
    .toEqual([
      'GET /v1/changes',
      'HEAD /v1/attachments/…',
      'PATCH /v1/attachments/…',
      'POST /v1/attachments',
      'POST /v1/commands',
      'POST /v1/enrolments',
    ]);

  await expect(connection(page)).toContainText('Daring · sama dengan pusat');

  proxy.askPassword(true);
  await expect(connection(page)).toContainText(PASSWORD);
  await answer(page, 'Kabelnya menyusul.');
  await expect(connection(page)).toContainText('Luring · 1 belum terkirim');
  await expect(connection(page)).toContainText('Aman di komputer ini');
  proxy.askPassword(false);
  await synced(page);
  await app.close();
  await proxy.close();
});

test('a certificate of the regency’s own authority holds where this PC knows it, and is named where it does not', async ({
  stack,
  installed,
}) => {
  if (installed === null) throw new Error('no window of Electron');
  await stack.central.cli('demo');
  const proxy = await startOfficeProxy(stack.central.address());
  const dataDir = join(stack.folder, 'officer');
  const home = join(dataDir, 'home');
  mkdirSync(home, { recursive: true });
  // Whoever would have it believe everybody has no say.
  const args = ['--ignore-certificate-errors'];
  const started = () => installed.start({ dataDir, args, env: { HOME: home, ...network(proxy) } });
  const code = await stack.code(AGENCY, NAME);

  let app = await started();
  let page = await app.firstWindow();
  await connect(page, code);
  await expect(page.getByRole('alert')).toContainText(
    'Komputer ini tidak mengenal penerbit sertifikat alamat itu: sertifikat kabupaten belum dipasang di sini, atau sambungan ini disadap. Kode Anda tidak terkirim.',
  );
  await app.close();

  trustRegency(stack, home);
  app = await started();
  page = await app.firstWindow();
  await connect(page, code);
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  expect(new Set(proxy.asked())).toEqual(new Set(['CONNECT']));

  // It stands before the encrypted connection.
  proxy.askPassword(true);
  await expect(connection(page)).toContainText(PASSWORD);
  proxy.askPassword(false);
  await synced(page);
  await app.close();
  await proxy.close();
});

async function connect(page: Page, code: string): Promise<void> {
  await page.getByLabel('Alamat layanan pusat').fill(`https://${CENTRAL_NAME}`);
  await page.getByLabel('Kode sekali pakai').fill(code);
  await page.getByLabel('Nama Anda').fill(NAME);
  await page.getByRole('button', { name: 'Hubungkan' }).click();
}

/** As IT does for one user of the PC. */
function trustRegency({ folder }: Stack, home: string): void {
  const file = join(folder, 'regency.pem');
  writeFileSync(file, REGENCY_AUTHORITY);
  const database = join(home, '.pki/nssdb');
  mkdirSync(database, { recursive: true });
  const args = ['-A', '-n', 'kabupaten', '-t', 'C,,', '-i', file, '-d', `sql:${database}`];
  execFileSync('certutil', args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
