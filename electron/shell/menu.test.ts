import { expect, test } from 'vitest';
import { menuTemplate } from './menu.ts';

const roles = (platform: NodeJS.Platform, development: boolean) =>
  JSON.stringify(menuTemplate(platform, development, null));

test('an officer finds no developer tools in the menu', () => {
  expect(roles('win32', false)).not.toMatch(/toggleDevTools|reload/);
  expect(roles('win32', true)).toMatch(/toggleDevTools/);
});

test('text can be cut and pasted by the usual keys, on every system', () => {
  for (const platform of ['win32', 'linux', 'darwin'] as const)
    expect(roles(platform, false)).toContain('editMenu');
});

test('a package offers to look for updates and to install one from a file', () => {
  const pressed: string[] = [];
  const look = () => void pressed.push('look');
  const fromFile = () => void pressed.push('from file');
  const help = menuTemplate('win32', false, { look, fromFile }).find(({ role }) => role === 'help');
  const items = Array.isArray(help?.submenu) ? help.submenu : [];
  for (const item of items) item.click?.(undefined as never, undefined, {} as never);
  expect([items.map(({ label }) => label), pressed]).toEqual([
    ['Periksa pembaruan… / Check for updates…', 'Pasang dari berkas… / Install from file…'],
    ['look', 'from file'],
  ]);
});
