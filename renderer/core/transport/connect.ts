import { createORPCClient, DynamicLink } from '@orpc/client';
import type { WindowBridge } from '#shared/contract/process/window-bridge.ts';
import { type Connection, keepConnected, type OpenLine } from './connection.ts';
import type { Desk, ServedDesk } from './desk.ts';
import { portLines } from './message-port.ts';
import { isRehearsing } from './rehearsal.ts';
import { socketLines, takeToken } from './web-socket.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    readonly penghubung?: WindowBridge;
  }
}

/** Connects this window to its backend: through Electron's shell, or to the browser host that served the page. */
export function connect(page: Window): { readonly connection: Connection; readonly desk: Desk } {
  const connection = keepConnected(linesOf(page));
  const served: ServedDesk = createORPCClient(new DynamicLink(() => connection.link()));
  return { connection, desk: isRehearsing() ? served.practice : served };
}

function linesOf(page: Window): OpenLine {
  if (page.penghubung !== undefined) return portLines(page.penghubung, page);
  const token = takeToken(page.location, page.sessionStorage, page.history);
  return token === null ? async () => 'refused' : socketLines(page.location, token);
}
