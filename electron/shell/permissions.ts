import type { Session } from 'electron';
import { APP_ORIGIN } from './origin.ts';

/** The page needs one thing that a browser guards: to put text that it shows on the clipboard. */
export function mayUse(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && URL.parse(origin)?.host === new URL(APP_ORIGIN).host;
}

/** Electron grants everything until it is told otherwise: requests, silent checks and devices alike. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
}
