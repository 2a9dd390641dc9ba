import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BuiltWindow } from '#shared/node/built-window.ts';
import { answerAppRequest } from './app-protocol.ts';

let dir: string;
let built: BuiltWindow;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-app-'));
  mkdirSync(join(dir, 'renderer/assets'), { recursive: true });
  writeFileSync(join(dir, 'renderer/index.html'), '<title>Penghubung</title>');
  writeFileSync(join(dir, 'renderer/assets/main-1.js'), 'export {};');
  writeFileSync(join(dir, 'backend.js'), 'secret');
  built = { dir: join(dir, 'renderer'), names: ['index.html', 'assets/main-1.js'] };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => answerAppRequest(built, new Request(url, { method }));

test('the page is served without any access to a network', async () => {
  const response = await get('app://penghubung/');
  expect([response.status, await response.text()]).toEqual([200, '<title>Penghubung</title>']);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toMatch(
    /^default-src 'none';.* connect-src 'none'$/,
  );
});

test('the files of the page are served by their names', async () => {
  const response = await get('app://penghubung/assets/main-1.js?v=1');
  expect([response.headers.get('content-type'), await response.text()]).toEqual([
    'text/javascript; charset=utf-8',
    'export {};',
  ]);
});

test.each([
  'app://penghubung/../backend.js',
  'app://penghubung/%2e%2e/backend.js',
  'app://penghubung/..%2fbackend.js',
  'app://penghubung/assets/..%5c..%5cbackend.js',
  'app://penghubung//backend.js',
  'app://penghubung/backend.js',
  'app://other/index.html',
])('%s is no file of the page', async (url) => {
  expect((await get(url)).status).toBe(404);
});

test('nothing but reading is answered', async () => {
  expect((await get('app://penghubung/', 'POST')).status).toBe(404);
});
