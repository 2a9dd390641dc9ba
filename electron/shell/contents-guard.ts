import type { WebContents } from 'electron';
import { isOwnUrl } from './origin.ts';

/** Keeps a window on its own page: it leads nowhere else, opens no windows and embeds no views. */
export function guardContents(contents: WebContents): void {
  const stay = (details: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (!isOwnUrl(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
