import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build/base/paths.ts';
import { expect, test } from './fixtures.ts';

/** Runs a browser host to its end. */
async function hostOn(dataDir: string, ...more: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/browser-host.js'), '--data', dataDir, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

test('two hosts never share their data: the second says where the first answers', async ({ stack }) => {
  const running = stack.host('petugas');
  await running.start();
  const second = await hostOn(running.dataDir);
  expect(second.code).toBe(3);
  expect(JSON.parse(second.output)).toEqual({ ready: false, reason: 'in_use', address: running.address() });

  await running.stop();
  expect(existsSync(join(running.dataDir, 'host-address'))).toBe(false);
});

test('data that cannot be opened are left alone, with the reason', async ({ stack }) => {
  const running = stack.host('petugas');
  await running.start();
  await running.kill();
  writeFileSync(join(running.dataDir, 'key'), 'not a key');
  const host = await hostOn(running.dataDir);
  expect(host.code).toBe(4);
  expect(JSON.parse(host.output)).toEqual({ ready: false, reason: 'key_damaged' });
});

test('a port that another program has is named as the reason', async ({ stack }) => {
  const { port } = new URL(stack.central.address());
  const host = await hostOn(join(stack.folder, 'desks', 'petugas'), '--port', port);
  expect(host.code).toBe(5);
  expect(JSON.parse(host.output)).toEqual({ ready: false, reason: 'port_in_use' });
});

test('an open page finds back to a host that was killed and started again', async ({ page, stack }) => {
  const [agency] = (await stack.demo()).agencies;
  const running = await stack.officer(agency, 'Nurhayati Saragih');
  await page.goto(running.address());
  const complaints = page.getByRole('grid').locator('[role=row][aria-selected]');
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);
  await running.kill();
  await running.start();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Semua/ })
    .click();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);
});
