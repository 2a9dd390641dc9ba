import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { type MenuDeeds, menuTemplate } from './menu.ts';

const pressed: string[] = [];
const deeds: MenuDeeds = {
  about: () => void pressed.push('about'),
  zoom: (step) => void pressed.push(step),
  choose: (id) => void pressed.push(`chosen ${id}`),
  updates: null,
};
beforeEach(() => void pressed.splice(0));

const line = { id: 'follow_up', label: 'Tulis tindak lanjut', key: 'r', enabled: true };
const FACTS: WindowFacts = {
  language: 'id',
  menu: [
    { name: 'case', label: 'Laporan', lines: [line, { ...line, id: 'plan', key: null, enabled: false }] },
    { name: 'views', label: 'Tampilan', lines: [{ ...line, id: 'view late', label: 'Ke Terlambat' }] },
  ],
};
const NOTHING: WindowFacts = { language: 'id', menu: [] };

const template = (facts = NOTHING, platform: NodeJS.Platform = 'win32', development = false) =>
  menuTemplate(platform, development, facts, deeds);

/** The lines of a menu. */
function linesOf(label: string, menus: readonly MenuItemConstructorOptions[]) {
  const found = menus.find((menu) => menu.label === label);
  return (Array.isArray(found?.submenu) ? found.submenu : []).filter((item) => item.type !== 'separator');
}

/** The labels of a menu, each of which is pressed. */
function press(label: string, menus: readonly MenuItemConstructorOptions[]) {
  const items = linesOf(label, menus);
  for (const item of items) item.click?.(undefined as never, undefined, {} as never);
  return items.map((item) => item.label);
}

test('an officer finds no developer tools in the menu', () => {
  expect(JSON.stringify(template())).not.toMatch(/toggleDevTools|reload/);
  expect(JSON.stringify(template(NOTHING, 'win32', true))).toMatch(/toggleDevTools/);
});

test('text can be cut and pasted by the usual keys, on every system', () => {
  for (const platform of ['win32', 'linux', 'darwin'] as const)
    expect(linesOf('Sunting', template(NOTHING, platform)).map(({ role }) => role)).toEqual([
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
});

test('a package offers to look for updates and to install one from a file', () => {
  const look = () => void pressed.push('look');
  const fromFile = () => void pressed.push('from file');
  const menus = menuTemplate('win32', false, NOTHING, { ...deeds, updates: { look, fromFile } });
  expect([press('Bantuan', menus), pressed]).toEqual([
    ['Periksa pembaruan…', 'Pasang dari berkas…', 'Tentang Penghubung'],
    ['look', 'from file', 'about'],
  ]);
});

test('the page’s own lines stand in their menus, and what is chosen is told to the page', () => {
  expect(template(FACTS).map(({ label }) => label)).toEqual([
    'Berkas',
    'Sunting',
    'Laporan',
    'Tampilan',
    'Bantuan',
  ]);
  expect([press('Tampilan', template(FACTS)), pressed]).toEqual([
    ['Ke Terlambat', 'Perbesar', 'Perkecil', 'Ukuran semula', 'Layar penuh'],
    ['chosen view late', 'in', 'out', 'reset'],
  ]);
  expect(linesOf('Laporan', template(FACTS))).toMatchObject([
    { label: 'Tulis tindak lanjut', accelerator: 'r', registerAccelerator: false, enabled: true },
    { label: 'Tulis tindak lanjut', enabled: false },
  ]);
});

test('a letter is never the menu’s: where the system would listen to it, it is printed only', () => {
  expect(linesOf('Laporan', template(FACTS, 'darwin'))[0]).not.toHaveProperty('accelerator');
  expect(linesOf('Laporan', template(FACTS, 'darwin'))[0]?.label).toBe('Tulis tindak lanjut (r)');
  const odd: WindowFacts = { ...FACTS, menu: [{ name: 'list', label: 'L', lines: [{ ...line, key: '↓' }] }] };
  expect(linesOf('L', template(odd))[0]?.label).toBe('Tulis tindak lanjut (↓)');
});

test('the menus speak the officer’s language', () => {
  expect(template({ language: 'en', menu: [] }).map(({ label }) => label)).toEqual([
    'File',
    'Edit',
    'View',
    'Help',
  ]);
});
