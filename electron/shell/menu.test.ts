import { expect, test } from 'vitest';
import { menuTemplate } from './menu.ts';

const roles = (platform: NodeJS.Platform, development: boolean) =>
  JSON.stringify(menuTemplate(platform, development));

test('an officer finds no developer tools in the menu', () => {
  expect(roles('win32', false)).not.toMatch(/toggleDevTools|reload/);
  expect(roles('win32', true)).toMatch(/toggleDevTools/);
});

test('text can be cut and pasted by the usual keys, on every system', () => {
  for (const platform of ['win32', 'linux', 'darwin'] as const)
    expect(roles(platform, false)).toContain('editMenu');
});
