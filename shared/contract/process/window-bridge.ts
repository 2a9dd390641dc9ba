/**
 * How the window reaches its backend. There are two ways, and `windowContract` is spoken over both.
 *
 * **In Electron** `window.penghubung` exists. The page listens for `message` events on its own window, then
 * calls `connect()`. Each line to the backend arrives as one message event with `event.source === window`,
 * `event.data.type === 'penghubung:line'` and the `MessagePort` in `event.ports[0]`; the page gives that port
 * to oRPC's message-port link and calls `port.start()`. A further line event without a call means that the
 * backend was restarted: the page drops the old port and takes the new one. In between the listeners of
 * `onBackendState` hear `down`.
 *
 * **In a browser** `window.penghubung` is absent. The page reads the token from the address's fragment
 * (`#token=…`) and opens a web socket to {@link BACKEND_SOCKET_PATH} with the sub-protocols of {@link
 * socketProtocols}: unlike an address, they stand in no log, history or referrer. The host answers with
 * {@link BACKEND_PROTOCOL}; a wrong token ends the handshake with HTTP status 401. The token outlives a
 * restart of the host on the same data.
 */
export type WindowBridge = {
  /** Asks the shell for a line to the backend; the answer is a `penghubung:line` message event. */
  readonly connect: () => void;
  /** Hears when the backend process goes down and comes up again. Returns how to stop listening. */
  readonly onBackendState: (listener: (state: BackendState) => void) => () => void;
  /** Opens an https address of LAPOR! in the system's browser. False: it is not one of LAPOR!. */
  readonly openLink: (url: string) => Promise<boolean>;
};

/** `down`: calls fail while the shell restarts it, and nothing typed is lost. `failed`: the shell gave up. */
export type BackendState = 'up' | 'down' | 'failed';

/** `event.data` of the message event that carries a line to the backend. */
export type LineMessage = { readonly type: typeof LINE_MESSAGE };
export const LINE_MESSAGE = 'penghubung:line';

export const BACKEND_SOCKET_PATH = '/backend';
export const BACKEND_PROTOCOL = 'penghubung.backend.1';
export const TOKEN_PROTOCOL_PREFIX = 'penghubung.token.';

/** What a browser passes as the second argument of `new WebSocket`. `token` is base64url. */
export function socketProtocols(token: string): string[] {
  return [BACKEND_PROTOCOL, `${TOKEN_PROTOCOL_PREFIX}${token}`];
}
