import type { BrowserWindowConstructorOptions } from 'electron';
import type { WindowState } from './window-state.ts';

/** The smallest window for which the three regions are designed, in CSS pixels. */
export const MIN_SIZE = { width: 1024, height: 640 };

/** The page's session is its own: the program itself asks the network through the default one. */
export const PAGE_PARTITION = 'persist:page';

/** The page's own ground (token `--bg`), so that nothing flashes before its first paint. */
const GROUND = { light: '#f6f7f9', dark: '#11161c' };

/** The page is untrusted: no Node.js, a context of its own for the preload script, a sandboxed process. */
export function windowOptions(
  preload: string,
  state: WindowState,
  ground: 'light' | 'dark',
): BrowserWindowConstructorOptions {
  return {
    title: 'Penghubung',
    ...state.bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    backgroundColor: GROUND[ground],
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      partition: PAGE_PARTITION,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  };
}
