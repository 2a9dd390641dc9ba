import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { RouterClient } from '@orpc/server';
import { WebSocket } from 'ws';
import * as z from 'zod';
import {
  BACKEND_PROTOCOL,
  BACKEND_SOCKET_PATH,
  TOKEN_PROTOCOL_PREFIX,
} from '#shared/contract/process/window-bridge.ts';
import { ROOT } from '../../build/base/paths.ts';
import { launch } from '../../build/start/children.ts';
import type { WindowRouter } from '../../electron/backend/api/router.ts';

/** The built browser host in a process of its own, and a line to its backend like the window's. */
export type BackendProcess = {
  /** Where the window opens, with its token. */
  readonly address: string;
  readonly client: RouterClient<WindowRouter>;
  /** The most memory its process has held so far, MiB; null where the system does not say (not Linux). */
  readonly peakMiB: () => number | null;
  readonly stop: () => Promise<void>;
};

export async function startBackend(dataDir: string): Promise<BackendProcess> {
  const host = await launch({
    command: 'node',
    args: [join(ROOT, 'dist/browser-host.js'), '--data', dataDir],
    cwd: ROOT,
    log: join(dataDir, 'host.log'),
    onSpawn: () => {},
  });
  if (!host.ok) throw new Error(`the browser host did not start: ${JSON.stringify(host.message)}`);
  const address = z.string().parse(host.message.address);
  const { origin, host: own, hash } = new URL(address);
  const protocols = [BACKEND_PROTOCOL, TOKEN_PROTOCOL_PREFIX + hash.replace('#token=', '')];
  const socket = new WebSocket(`ws://${own}${BACKEND_SOCKET_PATH}`, protocols, { origin });
  const client: RouterClient<WindowRouter> = createORPCClient(new RPCLink({ websocket: socket as never }));
  return {
    address,
    client,
    peakMiB: () => peakOf(host.running.pid),
    stop: async () => {
      socket.close();
      await host.running.stop();
    },
  };
}

function peakOf(pid: number): number | null {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return null;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/** Asks again and again until it holds. The pause between two questions is the grain of what is measured. */
export async function until(holds: () => Promise<boolean>, everyMs = 20): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, everyMs));
}
