import type { MenuItemConstructorOptions } from 'electron';
import type { MenuGroup, MenuLine, WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { SHELL_WORDS } from '#shared/i18n/shell.ts';
import { UPDATE_WORDS } from '#shared/i18n/updates.ts';
import type { UpdateCommands } from './updates/watch-updates.ts';
import type { ZoomStep } from './zoom.ts';

/** What a line of the menu does that Electron has no role for. */
export type MenuDeeds = {
  readonly about: () => void;
  readonly zoom: (step: ZoomStep) => void;
  /** Null: this program is no package. */
  readonly updates: UpdateCommands | null;
  /** A line of the page's own. */
  readonly choose: (id: string) => void;
};

type Items = MenuItemConstructorOptions[];

/** The page's menus, with all that it can do, between the usual ones of every program. */
export function menuTemplate(
  platform: NodeJS.Platform,
  development: boolean,
  { language, menu }: WindowFacts,
  deeds: MenuDeeds,
): Items {
  const word = (name: keyof typeof SHELL_WORDS): string => SHELL_WORDS[name][language];
  const role = (name: NonNullable<Items[number]['role']>, label: keyof typeof SHELL_WORDS) => ({
    role: name,
    label: word(label),
  });
  const itemsOf = (name: MenuGroup['name']): Items =>
    menu.filter((group) => group.name === name).flatMap(({ lines }) => lines.map(itemOf));
  const itemOf = ({ id, label, key, enabled }: MenuLine): Items[number] => ({
    ...shownKey(label, key, platform),
    enabled,
    click: () => deeds.choose(id),
  });
  // The window itself listens to these keys, on every keyboard.
  const zooming = (name: keyof typeof SHELL_WORDS, step: ZoomStep, key: string): Items[number] => ({
    ...shownKey(word(name), key, platform),
    click: () => deeds.zoom(step),
  });
  const view: Items = [
    ...itemsOf('views'),
    { type: 'separator' },
    zooming('zoomIn', 'in', 'Ctrl+Plus'),
    zooming('zoomOut', 'out', 'Ctrl+-'),
    zooming('zoomReset', 'reset', 'Ctrl+0'),
    { type: 'separator' },
    role('togglefullscreen', 'fullScreen'),
  ];
  if (development) view.push({ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' });
  const ofPage = (name: MenuGroup['name']): Items => {
    const label = menu.find((group) => group.name === name)?.label;
    return label === undefined ? [] : [{ label, submenu: itemsOf(name) }];
  };
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    { label: word('file'), submenu: [role('close', 'closeWindow'), role('quit', 'quit')] },
    {
      label: word('editing'),
      submenu: [
        role('undo', 'undo'),
        role('redo', 'redo'),
        { type: 'separator' },
        role('cut', 'cut'),
        role('copy', 'copy'),
        role('paste', 'paste'),
        role('selectAll', 'selectAll'),
      ],
    },
    ...ofPage('case'),
    ...ofPage('list'),
    { label: word('view'), submenu: view },
    ...ofPage('all'),
    ...ofPage('settings'),
    { role: 'help', label: UPDATE_WORDS.help[language], submenu: helpItems(language, deeds) },
  ];
}

function helpItems(
  language: WindowFacts['language'],
  { about, updates }: MenuDeeds,
): MenuItemConstructorOptions[] {
  const own = { label: SHELL_WORDS.about[language], click: about };
  if (updates === null) return [own];
  return [
    { label: UPDATE_WORDS.look[language], click: updates.look },
    { label: UPDATE_WORDS.fromFile[language], click: updates.fromFile },
    { type: 'separator' },
    own,
  ];
}

/** Keys that Electron can print beside a line. */
const PRINTED = /^(Ctrl\+)?(Shift\+)?([A-Za-z0-9/?-]|Plus|Enter|Esc|F\d+)$/;

/** Only shown: a letter acts where nobody types, which the page alone knows. macOS would listen to it. */
function shownKey(label: string, key: string | null, platform: NodeJS.Platform): MenuItemConstructorOptions {
  if (key === null) return { label };
  if (platform === 'darwin' || !PRINTED.test(key)) return { label: `${label} (${key})` };
  return { label, accelerator: key, registerAccelerator: false };
}
