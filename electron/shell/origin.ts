/** The window's page is served under a scheme of its own, never as `file:`. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'penghubung';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_PAGE = `${APP_ORIGIN}/`;

/** Is this an address of our own page? Compared by its parts: a text that only begins alike is not. */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed?.protocol === `${APP_SCHEME}:` &&
    parsed.host === APP_HOST &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

/** The part of Electron's `WebFrameMain` that tells who sent a message. */
export type SenderFrame = { readonly origin: string; readonly parent: unknown };

/** Only the page itself may ask: its top frame, from the exact origin. A frame that is gone may not. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
}
