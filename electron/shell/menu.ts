import type { MenuItemConstructorOptions } from 'electron';
import { SHELL_WORDS } from '#shared/i18n/shell.ts';
import { UPDATE_WORDS } from '#shared/i18n/updates.ts';
import { both } from './updates/tell.ts';
import type { UpdateCommands } from './updates/watch-updates.ts';
import type { ZoomStep } from './zoom.ts';

/** What a line of the menu does that Electron has no role for. */
export type MenuDeeds = {
  readonly about: () => void;
  readonly zoom: (step: ZoomStep) => void;
  /** Null: this program is no package. */
  readonly updates: UpdateCommands | null;
};

/**
 * The usual keys for text, zoom and closing, versions and updates; every other action of the product is in
 * the window itself.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  development: boolean,
  { about, zoom, updates }: MenuDeeds,
): MenuItemConstructorOptions[] {
  // The window itself listens to these keys, on every keyboard.
  const zooming = (name: keyof typeof SHELL_WORDS, step: ZoomStep, accelerator: string) => ({
    label: both(SHELL_WORDS[name]),
    accelerator,
    registerAccelerator: false,
    click: () => zoom(step),
  });
  const view: MenuItemConstructorOptions[] = [
    zooming('zoomIn', 'in', 'CmdOrCtrl+Plus'),
    zooming('zoomOut', 'out', 'CmdOrCtrl+-'),
    zooming('zoomReset', 'reset', 'CmdOrCtrl+0'),
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (development) view.push({ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' });
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { role: 'viewMenu', submenu: view },
    helpMenu(about, updates),
  ];
}

function helpMenu(about: () => void, updates: UpdateCommands | null): MenuItemConstructorOptions {
  const submenu: MenuItemConstructorOptions[] = [{ label: both(SHELL_WORDS.about), click: about }];
  if (updates !== null) {
    const { look, fromFile } = updates;
    submenu.unshift(
      { label: both(UPDATE_WORDS.look), click: look },
      { label: both(UPDATE_WORDS.fromFile), click: fromFile },
      { type: 'separator' },
    );
  }
  return { role: 'help', label: both(UPDATE_WORDS.help), submenu };
}
