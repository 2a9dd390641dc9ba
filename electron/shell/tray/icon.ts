import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { SHELL_WORDS, TRAY_WORDS } from '#shared/i18n/shell.ts';

/** Texts that have not reached the central service, and complaints that cannot wait. */
export type Counts = { readonly unsent: number; readonly due: number };

export type TrayDeeds = {
  readonly open: () => void;
  readonly today: () => void;
  readonly outbox: () => void;
  readonly syncNow: () => void;
  readonly quit: () => void;
};

type Language = WindowFacts['language'];

/** The two counts in the words of the window's own views. */
function countWords({ unsent, due }: Counts, language: Language) {
  const fill = (name: 'today' | 'outbox', count: number): string =>
    TRAY_WORDS[name][language].replace('{{count}}', String(count));
  return { today: fill('today', due), outbox: fill('outbox', unsent) };
}

export function trayTip(counts: Counts, language: Language): string {
  const { today, outbox } = countWords(counts, language);
  return `Penghubung · ${today} · ${outbox}`;
}

export function trayMenu(
  counts: Counts,
  language: Language,
  deeds: TrayDeeds,
): readonly MenuItemConstructorOptions[] {
  const { today, outbox } = countWords(counts, language);
  return [
    { label: TRAY_WORDS.open[language], click: deeds.open },
    { label: today, click: deeds.today },
    { label: outbox, click: deeds.outbox },
    { type: 'separator' },
    { label: TRAY_WORDS.syncNow[language], click: deeds.syncNow },
    { type: 'separator' },
    { label: SHELL_WORDS.quit[language], click: deeds.quit },
  ];
}

/** The icon itself. `file`: its picture. */
export function trayIcon(file: string, language: () => Language, deeds: TrayDeeds) {
  let tray: Tray | null = null;
  let counts: Counts = { unsent: 0, due: 0 };
  const draw = (): void => {
    tray?.setToolTip(trayTip(counts, language()));
    tray?.setContextMenu(Menu.buildFromTemplate([...trayMenu(counts, language(), deeds)]));
  };
  return {
    /** Anew each time: an icon does not come back by itself when the panel that showed it was restarted. */
    show: (): void => {
      tray?.destroy();
      tray = new Tray(pictureOf(file));
      tray.on('click', deeds.open);
      draw();
    },
    count: (told: Counts): void => {
      counts = told;
      draw();
    },
    /** In the language that it is now. */
    draw,
  };
}

/** The menu bar of macOS shows a picture as large as it is. */
function pictureOf(file: string) {
  const picture = nativeImage.createFromPath(file);
  return process.platform === 'darwin' ? picture.resize({ width: 16 }) : picture;
}
