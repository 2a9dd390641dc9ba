import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import { BACKEND_SOCKET_PATH, socketProtocols } from '#shared/contract/process/window-bridge.ts';
import type { windowContract } from '#shared/contract/window/window.ts';

export type BackendClient = {
  readonly backend: ContractRouterClient<typeof windowContract>;
  readonly close: () => void;
};

/** What the window does, without a window: the desk contract over the browser host's web socket. */
export async function connectBackend(address: string): Promise<BackendClient> {
  const { origin, hash } = new URL(address);
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(
    `${origin.replace('http', 'ws')}${BACKEND_SOCKET_PATH}`,
    socketProtocols(token),
    {
      origin,
    },
  );
  await once(socket, 'open');
  // A killed host ends its calls by the close that follows.
  socket.on('error', () => undefined);
  return {
    backend: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    close: () => socket.terminate(),
  };
}
