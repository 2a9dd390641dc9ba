import type { IncomingMessage } from 'node:http';
import { BACKEND_PROTOCOL, BACKEND_SOCKET_PATH } from '#shared/contract/process/window-bridge.ts';

/**
 * The HTTP status that ends the handshake of a web socket, or null when the socket may open. What opens may
 * prove itself next (`admit.ts`); it may nothing else.
 */
export function refuseSocket(
  own: string,
  { url, headers }: Pick<IncomingMessage, 'url' | 'headers'>,
): 403 | 404 | 421 | null {
  if (headers.host !== own) return 421;
  if (url !== BACKEND_SOCKET_PATH) return 404;
  // A browser always sends the page's origin. Without one it is no page of ours.
  if (headers.origin !== `http://${own}`) return 403;
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  return offered.includes(BACKEND_PROTOCOL) ? null : 403;
}
