import { expect, test } from 'vitest';
import { findWindowFile, windowHeaders } from './window-files.ts';

const names = ['index.html', 'assets/main-1a2b.js', 'assets/main-1a2b.css', 'assets/notes.exe'];

test('a built file is found by its path, and the page by the root', () => {
  expect(findWindowFile(names, '/')).toEqual({ name: 'index.html', type: 'text/html; charset=utf-8' });
  expect(findWindowFile(names, '/assets/main-1a2b.js')).toEqual({
    name: 'assets/main-1a2b.js',
    type: 'text/javascript; charset=utf-8',
  });
});

test.each([
  '',
  'index.html',
  '//index.html',
  '/assets',
  '/assets/',
  '/assets/../index.html',
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '/assets/..\\..\\package.json',
  '/assets/main-1a2b.js%00.css',
  '/etc/passwd',
  '/assets/notes.exe',
  '/__proto__',
])('nothing is found for %j', (path) => {
  expect(findWindowFile(names, path)).toBeNull();
});

test('the policy allows own files, no inline code and no text that becomes code; the network only where a web socket is needed', () => {
  expect(windowHeaders('none')['Content-Security-Policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types penghubung; connect-src 'none'",
  );
  expect(windowHeaders('self')['Content-Security-Policy']).toContain("connect-src 'self'");
  expect(windowHeaders('none')['Permissions-Policy']).toContain('camera=(), clipboard-read=(), ');
});
