import { app, type BrowserWindow } from 'electron';
import * as z from 'zod';
import {
  closingAnswer,
  type ShellSettings,
  type ShellSettingsChange,
  shellSettingsChange,
} from '#shared/contract/process/shell-settings.ts';
import type { ShellRequest, WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { CLOSING_CHANNEL, SHELL_SETTINGS_CHANNEL } from './channels.ts';
import { answerPage, hearPage } from './from-page.ts';
import type { oneWindow } from './one-window.ts';
import type { ShellMemory } from './shell-memory.ts';
import { autostartOf, type Command } from './tray/autostart.ts';
import { hasTray } from './tray/has-tray.ts';
import { type Counts, trayIcon } from './tray/icon.ts';

type TrayPorts = {
  readonly window: Pick<ReturnType<typeof oneWindow>, 'on' | 'show'>;
  readonly ask: (request: ShellRequest) => void;
  readonly memory: ShellMemory;
  readonly language: () => WindowFacts['language'];
  /** The picture of the icon. */
  readonly picture: string;
  /** Starts this program, on the same data, without its window. */
  readonly command: Command;
  readonly syncNow: () => void;
  /** The program is ending: nothing holds it up any more. */
  readonly ending: AbortSignal;
};

/** The program behind its icon in the system's tray, while its window is closed or was never opened. */
export function liveInTray({ window, ask, memory, language, picture, command, syncNow, ending }: TrayPorts) {
  const lead = (request: ShellRequest) => () => {
    window.show();
    ask(request);
  };
  const icon = trayIcon(picture, language, {
    open: window.show,
    today: lead({ type: 'open_view', view: 'today' }),
    outbox: lead({ type: 'open_view', view: 'outbox' }),
    syncNow,
    quit: () => app.quit(),
  });
  const showIcon = async (): Promise<boolean> => {
    const isThere = await hasTray(process.platform, process.env);
    if (isThere) icon.show();
    return isThere;
  };
  const holdOpen = closingOf({ window, ask, memory, showIcon, ending });
  answerSettings(memory, command);
  return {
    /** Also beside the program's icon, where the system has such a number. */
    count: (counts: Counts): void => {
      app.setBadgeCount(counts.unsent + counts.due);
      icon.count(counts);
    },
    draw: icon.draw,
    holdOpen,
    /** `hidden`: no window, but where the program would be invisible. */
    begin: async (hidden: boolean): Promise<void> => {
      if (!hidden) window.show();
      if (!(await showIcon()) && hidden) window.show();
    },
  };
}

/** What the cross of the window does. A second press always ends the program: a page may not answer. */
function closingOf({
  window,
  ask,
  memory,
  showIcon,
  ending,
}: Pick<TrayPorts, 'window' | 'ask' | 'memory' | 'ending'> & {
  readonly showIcon: () => Promise<boolean>;
}): (opened: BrowserWindow) => void {
  let isAsked = false;
  const hideOrAsk = async (opened: BrowserWindow): Promise<void> => {
    // Where nobody can see an icon, nobody is left with an invisible program.
    const isSeen = await showIcon();
    if (ending.aborted) return;
    if (!isSeen) return app.quit();
    if (memory.read().closing === 'tray') return opened.hide();
    isAsked = true;
    ask({ type: 'ask_closing' });
  };
  hearPage(CLOSING_CHANNEL, z.tuple([closingAnswer]), (_page, answer) => {
    isAsked = false;
    if (answer === 'tray') window.on((opened) => opened.hide());
    if (answer === 'quit') app.quit();
  });
  return (opened) => {
    isAsked = false;
    opened.on('close', (event) => {
      // On macOS a program without a window goes on in the Dock.
      if (process.platform === 'darwin' || ending.aborted || isAsked) return;
      if (memory.read().closing === 'quit') return;
      event.preventDefault();
      void hideOrAsk(opened);
    });
  };
}

/** The page's settings show what the shell keeps, and change it. */
function answerSettings(memory: ShellMemory, command: Command): void {
  const autostart = autostartOf(process.platform, command);
  const now = async (): Promise<ShellSettings> => {
    const asks = process.platform !== 'darwin' && (await hasTray(process.platform, process.env));
    return { closing: asks ? memory.read().closing : null, autostart: autostart.isOn() };
  };
  const take = ({ autostart: on, closing }: ShellSettingsChange): void => {
    if (closing !== undefined) memory.write({ ...memory.read(), closing });
    try {
      if (on !== undefined) autostart.set(on);
    } catch (error) {
      // What the page is answered says that it is as before.
      console.error('autostart not set:', error);
    }
  };
  answerPage<[ShellSettingsChange], ShellSettings | null>(
    SHELL_SETTINGS_CHANNEL,
    z.tuple([shellSettingsChange]),
    null,
    (_page, change) => {
      take(change);
      return now();
    },
  );
}
