import { RPCLink } from '@orpc/client/websocket';
import {
  type Admission,
  type Credential,
  RELOAD_TICKET,
  RUN_TICKET,
  readStartValue,
  START_PARAMETER,
} from '#shared/contract/process/admission.ts';
import { BACKEND_PROTOCOL, BACKEND_SOCKET_PATH } from '#shared/contract/process/window-bridge.ts';
import type { OpenLine } from './connection.ts';
import { enter } from './enter.ts';
import { webCrypt } from './web-crypt.ts';

const RELOAD_KEY = 'penghubung.reload';

const startOf = ({ hash }: Location) => new URLSearchParams(hash.slice(1)).get(START_PARAMETER);
export const hasStartSecret = (location: Location): boolean => startOf(location) !== null;

/**
 * The secret with which this load of the page comes in: that of the address, taken out of the address bar at
 * once, or the one that the tab kept over a reload. Null: there is none.
 */
export function firstCredential(location: Location, storage: Storage, history: History): Credential | null {
  const started = startOf(location);
  if (started !== null) {
    history.replaceState(null, '', location.pathname + location.search);
    return readStartValue(started);
  }
  const secret = storage.getItem(RELOAD_KEY);
  return secret === null ? null : { ticket: RELOAD_TICKET, secret };
}

/**
 * Opens web sockets to the browser host that served this page. Once in, the page knows the secret of the run,
 * in its memory only, and finds back with it after the host fell. The tab keeps the secret of the process: a
 * reload may load the page of whoever has the port by then, who can read what the tab keeps, and by then that
 * secret is dead.
 */
export function socketLines(page: Window, first: Credential): OpenLine {
  const { protocol, host } = page.location;
  const address = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${BACKEND_SOCKET_PATH}`;
  let run: Credential | null = null;

  return async () => {
    const socket = new WebSocket(address, [BACKEND_PROTOCOL]);
    const admission = await enter(socket, host, run ?? first, webCrypt);
    if (admission === 'unproven') {
      socket.close();
      if (run !== null) return 'unproven';
      page.sessionStorage.removeItem(RELOAD_KEY);
      return 'refused';
    }
    if (admission === 'gone' || socket.readyState !== WebSocket.OPEN) throw new Error('nobody answers');
    run = { ticket: RUN_TICKET, secret: admission.run };
    keepForReload(page.sessionStorage, admission);
    const closed = new Promise<void>((done) => socket.addEventListener('close', () => done()));
    return { link: new RPCLink({ websocket: socket }), closed };
  };
}

function keepForReload(storage: Storage, { reload }: Admission): void {
  try {
    storage.setItem(RELOAD_KEY, reload);
  } catch {
    // This browser keeps nothing: a reload asks for a new address.
  }
}
