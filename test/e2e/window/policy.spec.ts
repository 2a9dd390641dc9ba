import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { command } from '../office.ts';

test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root can put a policy on this PC');

test('what the office’s IT has set is shown as set and cannot be changed; a policy with a fault says where', async ({
  stack,
  installed,
}) => {
  if (installed === null) throw new Error('no window of Electron');
  await stack.central.cli('agencies', 'add', 'Dinas Perhubungan');
  const code = await stack.code('Dinas Perhubungan', 'Rina Sitepu');
  const dataDir = join(stack.folder, 'officer');
  const policy = join(stack.folder, 'etc-penghubung');
  mkdirSync(policy);
  const decide = (text: string) => writeFileSync(join(policy, 'policy.json'), text);
  const running: ElectronApplication[] = [];
  const started = async (): Promise<Page> => {
    await running.pop()?.close();
    const app = await installed.start({ dataDir, policy });
    running.push(app);
    return app.firstWindow();
  };
  const address = stack.central.address();

  decide(`{\n  "centralUrl": "${address}",\n  "updates": none\n}`);
  let page = await started();
  await expect(page.getByRole('region', { name: 'Aturan dari admin TI tidak dapat dipakai.' })).toContainText(
    'Berkasnya /etc/penghubung/policy.json. Baris 3: tulisan di situ bukan JSON yang benar. Semua tulisan aman',
  );
  await page.getByLabel('Alamat layanan pusat').fill(address);
  await page.getByLabel('Kode sekali pakai').fill(code);
  await page.getByLabel('Nama Anda').fill('Rina Sitepu');
  await page.getByRole('button', { name: 'Hubungkan' }).click();
  await expect(page.getByRole('alert')).toContainText('Kode Anda belum terpakai.');

  decide(JSON.stringify({ centralUrl: address, language: 'en' }));
  page = await started();
  const field = page.getByLabel('Address of the central service');
  await expect(field).toHaveValue(address);
  await expect(field).not.toBeEditable();
  await expect(page.getByText('Set by IT.')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  // The code of before still holds.
  await page.getByLabel('One-time code').fill(code);
  await page.getByLabel('Your name').fill('Rina Sitepu');
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('radio', { name: 'Bahasa Indonesia' })).toBeDisabled();
  await expect(page.getByRole('dialog').getByText('Set by IT.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await command(page, 'bahasa indonesia');
  await expect(page.getByRole('dialog')).toContainText('bahasa indonesia');
  await expect(page.getByRole('option')).toHaveCount(0);
  await running.pop()?.close();
});
