import { LIMITS } from '../../central/http/limits.ts';
import { expect, test } from './fixtures.ts';

test('after too many wrong codes the form says when the next one is looked at, and what is typed stays', async ({
  stack,
  freshWindow,
}) => {
  await stack.central.cli('demo');
  const page = await freshWindow();
  for (let n = 0; n <= LIMITS.wrongCodes.free; n++) {
    const answer = await fetch(`${stack.central.address()}/v1/enrolments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: `SALAH-${n}`, name: 'X', device: 'PC' }),
    });
    expect(answer.status).toBe(401);
  }
  const code = await stack.code('Dinas Perhubungan', 'Rina Sitepu');
  await page.getByLabel('Alamat layanan pusat').fill(stack.central.address());
  await page.getByLabel('Kode sekali pakai').fill(code);
  await page.getByLabel('Nama Anda').fill('Rina Sitepu');
  await page.getByRole('button', { name: 'Hubungkan' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'Terlalu banyak kode salah dari jaringan kantor ini. Coba lagi dalam 1 menit; kode Anda belum terpakai.',
  );
  await expect(page.getByLabel('Kode sekali pakai')).toHaveValue(code);
});
