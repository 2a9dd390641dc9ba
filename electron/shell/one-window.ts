import type { BrowserWindow } from 'electron';
import { CHOSEN_CHANNEL } from './channels.ts';
import { bringForward } from './main-window.ts';

/** There is one window or none. `open` makes it. */
export function oneWindow(open: () => BrowserWindow) {
  let window: BrowserWindow | null = null;
  const on = (deed: (over: BrowserWindow) => void): void => {
    if (window !== null) deed(window);
  };
  return {
    current: () => window,
    /** Does it to the window, if there is one. */
    on,
    /** Opens it, or brings it forward. */
    show: (): void => {
      if (window !== null) {
        bringForward(window);
        return;
      }
      window = open();
      window.on('closed', () => {
        window = null;
      });
    },
    /** The page does what was chosen in the shell's menus. */
    choose: (id: string): void => on(({ webContents }) => webContents.send(CHOSEN_CHANNEL, id)),
  };
}
