import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCentral, type TestCentral } from '../../test/support/central.ts';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { LIMITS } from './limits.ts';

let central: TestCentral;
const above = temporaryFolder();
const folder = join(above, 'releases');
beforeAll(async () => {
  mkdirSync(join(folder, 'old.deb'), { recursive: true });
  writeFileSync(join(folder, 'latest.json'), '{"release":{}}'.padEnd(2_000));
  writeFileSync(join(folder, 'penghubung-0.2.0.deb'), '0123456789');
  writeFileSync(join(folder, 'empty.exe'), '');
  writeFileSync(join(folder, 'key.pem'), 'secret');
  writeFileSync(join(above, 'outside.deb'), 'secret');
  symlinkSync(join(above, 'outside.deb'), join(folder, 'link.deb'));
  writeFileSync(join(folder, 'large.rpm'), '');
  truncateSync(join(folder, 'large.rpm'), 64 * 1024 * 1024);
  central = await startTestCentral({ releases: folder, limits: { ...LIMITS, packages: 1 } });
});
afterAll(() => central.close());

/** As it is said on the wire: `fetch` would tidy the path up. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = new URL(central.address);
  return new Promise<{ status: number; headers: object; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece) => (body += piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('a note and a package are handed out as they lie there, without a token', async () => {
  expect(await ask('/releases/latest.json', { 'accept-encoding': 'br, gzip' })).toMatchObject({
    status: 200,
    headers: { 'content-length': '2000', 'cache-control': 'no-cache' },
    body: expect.stringContaining('release'),
  });
  expect(await ask('/releases/penghubung-0.2.0.deb')).toMatchObject({ status: 200, body: '0123456789' });
  expect(await ask('/releases/empty.exe')).toMatchObject({ status: 200, body: '' });
  expect(await ask('/releases/penghubung-0.2.0.deb', {}, 'HEAD')).toMatchObject({
    status: 200,
    headers: { 'content-length': '10' },
    body: '',
  });
});

test('a download that was cut off goes on where it stopped', async () => {
  expect(await ask('/releases/penghubung-0.2.0.deb', { range: 'bytes=4-' })).toMatchObject({
    status: 206,
    headers: { 'content-range': 'bytes 4-9/10', 'content-length': '6' },
    body: '456789',
  });
  expect(await ask('/releases/penghubung-0.2.0.deb', { range: 'bytes=10-' })).toMatchObject({
    status: 416,
    headers: { 'content-range': 'bytes */10' },
  });
});

test.each([
  '/releases/',
  '/releases',
  '/releases/key.pem',
  '/releases/link.deb',
  '/releases/old.deb',
  '/releases/missing.deb',
  '/releases/../outside.deb',
  '/releases/..%2foutside.deb',
  '/releases/%2e%2e%2foutside.deb',
  '/releases/..%5coutside.deb',
  '/releases/.%00.deb',
  '/releases/%2fetc%2fpasswd.deb',
  '/releases//outside.deb',
  '/releases/old.deb/../penghubung-0.2.0.deb',
])('nothing but notes and packages of the folder itself is handed out: %s', async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain('secret');
  expect(body).not.toContain('0123456789');
});

test('only so many packages go out at once, and notes beside them', async () => {
  const held = await fetch(`${central.address}/releases/large.rpm`);
  expect(await ask('/releases/penghubung-0.2.0.deb')).toMatchObject({
    status: 429,
    headers: { 'retry-after': '60' },
  });
  expect(await ask('/releases/latest.json')).toMatchObject({ status: 200 });
  await held.body?.cancel();
  await expect.poll(async () => (await ask('/releases/penghubung-0.2.0.deb')).status).toBe(200);
});

test('a service without a folder of releases has none', async () => {
  const other = await startTestCentral();
  expect((await fetch(`${other.address}/releases/latest.json`)).status).toBe(404);
  await other.close();
});
