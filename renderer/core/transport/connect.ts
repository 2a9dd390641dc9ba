import { createORPCClient } from '@orpc/client';
import { askAgain } from './ask-again.ts';
import type { Backend, ServedBackend } from './backend.ts';
import { type Connection, keepConnected, type OpenLine } from './connection.ts';
import { portLines } from './message-port.ts';
import { isPractising } from './practice.ts';
import { firstCredential, hasStartSecret, socketLines } from './web-socket.ts';

/** Connects the window to its backend: by Electron's shell, or to the browser host that served the page. */
export function connect(page: Window): { readonly connection: Connection; readonly backend: Backend } {
  const connection = keepConnected(linesOf(page));
  page.penghubung?.onBackendState((state) => connection.stop(state === 'failed'));
  const served: ServedBackend = createORPCClient(askAgain(connection));
  return { connection, backend: isPractising() ? served.practice : served };
}

function linesOf(page: Window): OpenLine {
  if (page.penghubung !== undefined) return portLines(page.penghubung, page);
  // A new address in a tab of the old one changes the fragment only: the page does not load by itself.
  page.addEventListener('hashchange', () => {
    if (hasStartSecret(page.location)) page.location.reload();
  });
  const first = firstCredential(page.location, page.sessionStorage, page.history);
  return first === null ? async () => 'refused' : socketLines(page, first);
}
