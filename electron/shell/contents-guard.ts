import type { WebContents } from 'electron';
import { isOwnUrl } from './origin.ts';

/** Keeps a window on its own page: it leads nowhere else, opens no windows and embeds no views. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isOwnUrl(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
