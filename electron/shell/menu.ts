import type { MenuItemConstructorOptions } from 'electron';
import { UPDATE_WORDS } from '#shared/i18n/updates.ts';
import { both } from './updates/tell.ts';
import type { UpdateCommands } from './updates/watch-updates.ts';

/**
 * The usual keys for text, zoom and closing, and updates of a package; every other action of the product is
 * in the window itself.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  development: boolean,
  updates: UpdateCommands | null,
): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (development) view.push({ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' });
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { role: 'viewMenu', submenu: view },
    ...(updates === null ? [] : [helpMenu(updates)]),
  ];
}

function helpMenu({ look, fromFile }: UpdateCommands): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: both(UPDATE_WORDS.help),
    submenu: [
      { label: both(UPDATE_WORDS.look), click: look },
      { label: both(UPDATE_WORDS.fromFile), click: fromFile },
    ],
  };
}
