import { createHmac, randomBytes } from 'node:crypto';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import { type Credential, readStartValue, START_PARAMETER } from '#shared/contract/process/admission.ts';
import { BACKEND_PROTOCOL, BACKEND_SOCKET_PATH } from '#shared/contract/process/window-bridge.ts';
import type { windowContract } from '#shared/contract/window/window.ts';
import { type Crypt, enter } from '../../renderer/core/transport/enter.ts';

export type BackendClient = {
  readonly backend: ContractRouterClient<typeof windowContract>;
  readonly close: () => void;
};

export const nodeCrypt: Crypt = {
  hmac: async (secret, text) => createHmac('sha256', secret).update(text).digest('base64url'),
  newNonce: () => randomBytes(32).toString('base64url'),
};

/** What the window does, without a window: the window contract over the browser host's web socket. */
export async function connectBackend(address: string): Promise<BackendClient> {
  const { origin } = new URL(address);
  const socket = openSocket(origin);
  // A killed host ends its calls by the close that follows.
  socket.on('error', () => undefined);
  const admission = await enter(asBrowsers(socket), new URL(origin).host, credentialOf(address), nodeCrypt);
  if (typeof admission === 'string') throw new Error(`not let in: ${admission}`);
  return {
    backend: createORPCClient(new RPCLink({ websocket: asBrowsers(socket) })),
    close: () => socket.terminate(),
  };
}

/** That of `ws` has the events of a browser's. */
export const asBrowsers = (socket: WebSocket) => socket as unknown as globalThis.WebSocket;

/** A socket to the backend, before either side has proven itself. */
export function openSocket(origin: string, own = origin): WebSocket {
  return new WebSocket(`${origin.replace('http', 'ws')}${BACKEND_SOCKET_PATH}`, [BACKEND_PROTOCOL], {
    origin: own,
  });
}

/** The start secret that an address carries. */
export function credentialOf(address: string): Credential {
  const value = new URLSearchParams(new URL(address).hash.slice(1)).get(START_PARAMETER);
  const credential = readStartValue(value ?? '');
  if (credential === null) throw new Error(`${address} carries no start secret`);
  return credential;
}
