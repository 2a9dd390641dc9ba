import { beforeEach, expect, test } from 'vitest';
import { type MenuDeeds, menuTemplate } from './menu.ts';

const pressed: string[] = [];
const deeds: MenuDeeds = {
  about: () => void pressed.push('about'),
  zoom: (step) => void pressed.push(step),
  updates: null,
};
beforeEach(() => void pressed.splice(0));

const roles = (platform: NodeJS.Platform, development: boolean) =>
  JSON.stringify(menuTemplate(platform, development, deeds));

/** The labels of a menu, each of which is pressed. */
function press(role: string, updates: MenuDeeds['updates'] = null): readonly (string | undefined)[] {
  const found = menuTemplate('win32', false, { ...deeds, updates }).find((menu) => menu.role === role);
  const items = (Array.isArray(found?.submenu) ? found.submenu : []).filter(({ label }) => label);
  for (const item of items) item.click?.(undefined as never, undefined, {} as never);
  return items.map(({ label }) => label);
}

test('an officer finds no developer tools in the menu', () => {
  expect(roles('win32', false)).not.toMatch(/toggleDevTools|reload/);
  expect(roles('win32', true)).toMatch(/toggleDevTools/);
});

test('text can be cut and pasted by the usual keys, on every system', () => {
  for (const platform of ['win32', 'linux', 'darwin'] as const)
    expect(roles(platform, false)).toContain('editMenu');
});

test('a package offers to look for updates and to install one from a file', () => {
  const look = () => void pressed.push('look');
  const fromFile = () => void pressed.push('from file');
  expect([press('help', { look, fromFile }), pressed]).toEqual([
    [
      'Periksa pembaruan… / Check for updates…',
      'Pasang dari berkas… / Install from file…',
      'Tentang Penghubung / About Penghubung',
    ],
    ['look', 'from file', 'about'],
  ]);
});

test('what the keys for the size do stands in the menu', () => {
  expect([press('viewMenu'), pressed]).toEqual([
    ['Perbesar / Zoom in', 'Perkecil / Zoom out', 'Ukuran semula / Actual size'],
    ['in', 'out', 'reset'],
  ]);
});
