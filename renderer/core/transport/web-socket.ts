import { RPCLink } from '@orpc/client/websocket';
import { BACKEND_SOCKET_PATH, socketProtocols } from '#shared/contract/process/window-bridge.ts';
import type { OpenLine } from './connection.ts';

const TOKEN_KEY = 'penghubung.token';

/**
 * Takes the token out of the address bar, where history and screenshots would show it, and keeps it in the
 * tab's own storage, so that a reload works. Null: there is none.
 */
export function takeToken(location: Location, storage: Storage, history: History): string | null {
  const fromAddress = new URLSearchParams(location.hash.slice(1)).get('token');
  if (fromAddress !== null && fromAddress !== '') {
    storage.setItem(TOKEN_KEY, fromAddress);
    history.replaceState(null, '', location.pathname + location.search);
    return fromAddress;
  }
  return storage.getItem(TOKEN_KEY);
}

/** Opens web sockets to the browser host that served this page. */
export function socketLines(location: Location, token: string): OpenLine {
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${BACKEND_SOCKET_PATH}`;
  return () =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(address, socketProtocols(token));
      const closed = new Promise<void>((done) => socket.addEventListener('close', () => done()));
      socket.addEventListener('open', () => resolve({ link: new RPCLink({ websocket: socket }), closed }));
      // A browser does not tell a refused handshake (401) from an absent host. Both are tried again.
      socket.addEventListener('error', () => reject(new Error('the web socket did not open')));
    });
}
