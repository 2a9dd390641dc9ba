import { BrowserWindow, screen } from 'electron';
import { APP_PAGE } from './origin.ts';
import { windowOptions } from './window-options.ts';
import { keepWindowState, onScreen, readWindowState } from './window-state.ts';

/** Opens the one window, where it stood last. `dir`: the shell's own folder. */
export function openMainWindow(preload: string, dir: string): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const state = onScreen(readWindowState(dir), areas);
  const window = new BrowserWindow(windowOptions(preload, state));
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    keepWindowState(dir, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  void window.loadURL(APP_PAGE);
  return window;
}

/** A second start of the app: the first one's window comes to the front. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
