import type { Session, WebContents } from 'electron';
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
  // The page's policy does not reach WebRTC: it may use the session's proxy only, which leads nowhere.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The page needs one thing that a browser guards: to put text that it shows on the clipboard. */
export function mayUse(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnUrl(origin);
}

/** Nobody can listen on port 0. Not even the own PC is reached past this proxy. */
const NOWHERE = { proxyRules: 'http://127.0.0.1:0', proxyBypassRules: '<-loopback>' };

/**
 * Electron grants everything until it is told otherwise: requests, silent checks and devices alike. And the
 * page's policy says nothing of WebRTC and of connections that are only prepared.
 */
export async function guardSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
  await session.setProxy(NOWHERE);
}
