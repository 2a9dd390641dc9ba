import { expect, test } from 'vitest';
import { mayUse } from './permissions.ts';

test('the own page may put text on the clipboard', () => {
  expect(mayUse('clipboard-sanitized-write', 'app://penghubung/')).toBe(true);
});

test.each([
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'geolocation',
  'hid',
  'media',
  'midi',
  'notifications',
  'openExternal',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'unknown',
])('the own page may not use %s', (permission) => {
  expect(mayUse(permission, 'app://penghubung/')).toBe(false);
});

test.each(['https://evil.example/', 'app://other/', 'null', ''])('a page of %j may use nothing', (origin) => {
  expect(mayUse('clipboard-sanitized-write', origin)).toBe(false);
});
