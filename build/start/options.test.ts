import { expect, test } from 'vitest';
import { hasDisplay } from './browser.ts';
import { parseStartOptions } from './options.ts';

test('without options the start is the demonstration', () => {
  expect(parseStartOptions([])).toEqual({
    ok: true,
    options: {
      central: null,
      code: null,
      name: '',
      standalone: false,
      fresh: false,
      window: false,
      open: true,
    },
  });
});

test('an office can do without a central service', () => {
  expect(parseStartOptions(['--standalone'])).toMatchObject({
    ok: true,
    options: { central: null, standalone: true },
  });
});

test('the window of Electron is asked for', () => {
  expect(parseStartOptions(['--window'])).toMatchObject({ ok: true, options: { window: true } });
});

test('an existing central service can be joined, with its code at once', () => {
  expect(
    parseStartOptions(['--central', 'https://pusat.example', '--code', 'X', '--name', 'N', '--no-open']),
  ).toEqual({
    ok: true,
    options: {
      central: 'https://pusat.example',
      code: 'X',
      name: 'N',
      standalone: false,
      fresh: false,
      window: false,
      open: false,
    },
  });
});

test.each([
  [['--central', 'pusat.example'], 'tulis alamat lengkap'],
  [['--central', 'ftp://pusat.example'], 'tulis alamat lengkap'],
  [['--standalone', '--central', 'https://pusat.example'], '--standalone berarti tanpa layanan pusat'],
  [['--standalone', '--fresh'], 'tanpa data contoh'],
  [['--code', 'X'], '--code hanya berguna bersama --central'],
  [['--central', 'https://pusat.example', '--fresh'], '--fresh menghapus data contoh'],
  [['--fersh'], '--fersh'],
])('the options %j are refused with a sentence', (args, sentence) => {
  expect(parseStartOptions(args)).toEqual({ ok: false, message: expect.stringContaining(sentence) });
});

test.each<[boolean, NodeJS.Platform, Record<string, string>]>([
  [true, 'linux', { DISPLAY: ':0' }],
  [true, 'linux', { WAYLAND_DISPLAY: 'wayland-0' }],
  [true, 'win32', {}],
  [true, 'darwin', { CI: '' }],
  [false, 'linux', {}],
  [false, 'linux', { DISPLAY: '' }],
  [false, 'linux', { DISPLAY: ':0', CI: 'true' }],
  [false, 'darwin', { CI: '1' }],
])('somebody sits there: %s on %s with %j', (expected, platform, env) => {
  expect(hasDisplay(platform, env)).toBe(expected);
});
