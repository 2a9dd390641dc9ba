import { expect, test } from 'vitest';
import { findChromium, type Machine, waysToChromium } from './chromium.ts';

const machine = (present: readonly string[], rest: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  exists: (path) => present.includes(path),
  playwrights: '/home/u/.cache/ms-playwright/chromium/chrome',
  ...rest,
});

test('Playwright’s own browser comes before the system’s', () => {
  const own = '/home/u/.cache/ms-playwright/chromium/chrome';
  expect(findChromium(machine([own, '/usr/bin/chromium']))).toBe(own);
  expect(findChromium(machine(['/usr/bin/chromium']))).toBe('/usr/bin/chromium');
});

test('a browser that is named is taken, and no other in its place', () => {
  const named = { env: { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/x/chrome' } };
  expect(findChromium(machine(['/opt/x/chrome', '/usr/bin/chromium'], named))).toBe('/opt/x/chrome');
  expect(findChromium(machine(['/usr/bin/chromium'], named))).toBeNull();
});

test.each<[string, string, Partial<Machine>]>([
  ['Debian’s', '/usr/bin/chromium', {}],
  ['Google’s on Linux', '/opt/google/chrome/google-chrome', { env: {} }],
  ['Chrome on a Mac', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { platform: 'darwin' }],
  [
    'Chrome on Windows',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    { platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' } },
  ],
  [
    'one in the path of Windows',
    'D:\\bin\\chrome.exe',
    { platform: 'win32', env: { Path: 'C:\\x;D:\\bin' } },
  ],
])('a browser is found where it usually is: %s', (_whose, path, rest) => {
  expect(findChromium(machine([path], rest))).toBe(path);
});

test('Chromium is installed only on Debian and its kin, and only by the administrator', () => {
  const debian = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n';
  const mint = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n';
  expect(waysToChromium('linux', debian, true).install).toBe(true);
  expect(waysToChromium('linux', mint, true).install).toBe(true);
  expect(waysToChromium('linux', debian, false).install).toBe(false);
  expect(waysToChromium('linux', 'ID=fedora\n', true).install).toBe(false);
  expect(waysToChromium('darwin', null, true).install).toBe(false);
});

test('where Chromium cannot be installed, one sentence says what to do', () => {
  expect(waysToChromium('linux', 'ID=debian\n', false).say).toContain('sudo apt-get install chromium');
  expect(waysToChromium('linux', 'ID=fedora\n', true).say).toContain('paket chromium');
  expect(waysToChromium('win32', null, false).say).toContain('Google Chrome');
});
