import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { afterFall, NO_FALLS } from './backoff.ts';
import { openContextMenus } from './context-menu.ts';
import { APP_PAGE } from './origin.ts';
import { windowOptions } from './window-options.ts';
import { keepWindowState, onScreen, readWindowState } from './window-state.ts';
import { listenForZoom } from './zoom.ts';

/** Opens the one window, where it stood last. `dir`: the shell's own folder. */
export function openMainWindow(preload: string, dir: string, facts: () => WindowFacts): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const state = onScreen(readWindowState(dir), areas);
  const window = new BrowserWindow(
    windowOptions(preload, state, nativeTheme.shouldUseDarkColors ? 'dark' : 'light'),
  );
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    keepWindowState(dir, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  openContextMenus(window, facts);
  listenForZoom(window.webContents);
  reloadAfterCrash(window);
  void window.loadURL(APP_PAGE);
  return window;
}

/** A page whose process died is blank: it is loaded again, after a wait that grows each time it dies. */
function reloadAfterCrash(window: BrowserWindow): void {
  let falls = NO_FALLS;
  let since = performance.now();
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = performance.now();
    falls = afterFall(falls, now - since);
    since = now;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, falls.restartInMs);
  });
}

/** A second start of the app: the first one's window comes to the front. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
