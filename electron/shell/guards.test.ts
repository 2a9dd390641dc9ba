import type { WebContents } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { guardContents, mayUse } from './guards.ts';
import { BrowserWindow, resetElectron } from './testing/electron.ts';

let contents: BrowserWindow['webContents'];
beforeEach(() => {
  resetElectron('/nowhere');
  contents = new BrowserWindow({}).webContents;
  guardContents(contents as unknown as WebContents);
});

/** True: the window was kept from it. */
function prevented(event: string, url = ''): boolean {
  let called = false;
  contents.emit(event, { url, preventDefault: () => (called = true) });
  return called;
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  '%s leads to the own page only',
  (event) => {
    expect(prevented(event, 'app://penghubung/')).toBe(false);
    expect(prevented(event, 'https://evil.example/')).toBe(true);
    expect(prevented(event, 'file:///etc/passwd')).toBe(true);
  },
);

test('no view is embedded and no window opened', () => {
  expect(prevented('will-attach-webview')).toBe(true);
  expect(contents.opener?.({} as never)).toEqual({ action: 'deny' });
});

test('WebRTC speaks to nobody', () => {
  expect(contents.webRtc).toBe('disable_non_proxied_udp');
});

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

test.each(['https://evil.example/', 'https://penghubung/', 'app://other/', 'null', ''])(
  'a page of %j may use nothing',
  (origin) => {
    expect(mayUse('clipboard-sanitized-write', origin)).toBe(false);
  },
);
