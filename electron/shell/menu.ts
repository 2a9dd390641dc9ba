import type { MenuItemConstructorOptions } from 'electron';
import { UPDATE_WORDS } from '#shared/i18n/updates.ts';
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

/** In both languages: the officer's own is kept in the data, which the backend has. */
function helpMenu({ look, fromFile }: UpdateCommands): MenuItemConstructorOptions {
  const label = ({ id, en }: { readonly id: string; readonly en: string }): string => `${id} / ${en}`;
  return {
    role: 'help',
    label: label(UPDATE_WORDS.help),
    submenu: [
      { label: label(UPDATE_WORDS.look), click: look },
      { label: label(UPDATE_WORDS.fromFile), click: fromFile },
    ],
  };
}
