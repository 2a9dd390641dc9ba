import { createHash, timingSafeEqual } from 'node:crypto';
import {
  BACKEND_PROTOCOL,
  BACKEND_SOCKET_PATH,
  TOKEN_PROTOCOL_PREFIX,
} from '#shared/contract/process/window-bridge.ts';

/**
 * `own` is this host's `127.0.0.1:PORT`; `host` the request's Host header, which tells a page of another name
 * (DNS rebinding).
 */
export function isOwnHost(own: string, host: string | undefined): boolean {
  return host === own;
}

export type SocketRequest = {
  readonly path: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The Sec-WebSocket-Protocol header. */
  readonly protocols: string | undefined;
};

/** The HTTP status that ends a web socket's handshake, or null when the socket may open. */
export function refuseSocket(
  own: string,
  token: string,
  request: SocketRequest,
): 401 | 403 | 404 | 421 | null {
  if (!isOwnHost(own, request.host)) return 421;
  if (request.path !== BACKEND_SOCKET_PATH) return 404;
  // A browser always sends the page's origin. Without one it is no page of ours.
  if (request.origin !== `http://${own}`) return 403;
  const offered = (request.protocols ?? '').split(',').map((protocol) => protocol.trim());
  if (!offered.includes(BACKEND_PROTOCOL)) return 403;
  const given = offered.find((protocol) => protocol.startsWith(TOKEN_PROTOCOL_PREFIX));
  return given !== undefined && sameSecret(given.slice(TOKEN_PROTOCOL_PREFIX.length), token) ? null : 401;
}

/** Takes as long for a near miss as for any other: hashes have one length and say nothing about the text. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
