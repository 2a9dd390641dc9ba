import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  BACKEND_PROTOCOL,
  BACKEND_SOCKET_PATH,
  TOKEN_PROTOCOL_PREFIX,
} from '#shared/contract/process/window-bridge.ts';

/** The HTTP status that ends the handshake of a web socket, or null when the socket may open. */
export function refuseSocket(
  own: string,
  token: string,
  { url, headers }: Pick<IncomingMessage, 'url' | 'headers'>,
): 401 | 403 | 404 | 421 | null {
  if (headers.host !== own) return 421;
  if (url !== BACKEND_SOCKET_PATH) return 404;
  // A browser always sends the page's origin. Without one it is no page of ours.
  if (headers.origin !== `http://${own}`) return 403;
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  if (!offered.includes(BACKEND_PROTOCOL)) return 403;
  const given = offered.find((protocol) => protocol.startsWith(TOKEN_PROTOCOL_PREFIX));
  return given !== undefined && sameSecret(given.slice(TOKEN_PROTOCOL_PREFIX.length), token) ? null : 401;
}

/** Takes as long for a near miss as for any other: hashes have one length and say nothing about the text. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
