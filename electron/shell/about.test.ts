import { beforeEach, expect, test } from 'vitest';
import { showAbout, versionLines } from './about.ts';
import { BrowserWindow, clipboard, dialog, resetElectron } from './testing/electron.ts';

beforeEach(() => resetElectron('/nowhere'));

test('whoever helps sees the version of each part, also of one that is not known yet', () => {
  const versions = { ...process.versions, electron: '45.1.0', chrome: '150.0.1', node: '24.1.0' };
  expect(versionLines('0.1.0', versions, '3.50.4', 'win32 x64 10.0')).toEqual([
    'Penghubung 0.1.0',
    'Electron 45.1.0',
    'Chromium 150.0.1',
    'Node.js 24.1.0',
    'SQLite 3.50.4',
    'win32 x64 10.0',
  ]);
  expect(versionLines('0.1.0', versions, null, '')).toContain('SQLite –');
});

test('the versions are copied only by the button that says so', async () => {
  Object.assign(process, { getSystemVersion: () => '10.0' });
  const over = new BrowserWindow({}) as never;
  await showAbout(over, 'en', '3.50.4');
  expect([dialog.boxes[0]?.title, dialog.boxes[0]?.buttons, clipboard.text]).toEqual([
    'About Penghubung',
    ['Copy', 'Close'],
    '',
  ]);
  dialog.presses = [0];
  await showAbout(over, 'id', '3.50.4');
  expect(clipboard.text).toMatch(/^Penghubung 0\.1\.0\n.*SQLite 3\.50\.4\n.* 10\.0$/s);
});
