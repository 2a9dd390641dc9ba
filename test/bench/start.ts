import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { RouterClient } from '@orpc/server';
import { WebSocket } from 'ws';
import { DESK_PROTOCOL, DESK_SOCKET_PATH, TOKEN_PROTOCOL_PREFIX } from '#shared/contract/window-bridge.ts';
import { buildIfStale } from '../../build/build.ts';
import { ROOT } from '../../build/paths.ts';
import { launch } from '../../build/start/children.ts';
import type { DeskRouter } from '../../electron/backend/desk/router.ts';
import { median } from './statistics.ts';

const STARTS = 7;

/** From spawning the built backend (as the browser host runs it) to the first page of the queue, ms. */
export async function measureStart(dataDir: string): Promise<number> {
  await buildIfStale();
  const samples: number[] = [];
  for (let n = 0; n < STARTS; n++) samples.push(await oneStart(dataDir));
  return median(samples);
}

async function oneStart(dataDir: string): Promise<number> {
  const start = performance.now();
  const host = await launch({
    command: 'node',
    args: [join(ROOT, 'dist/browser-host.js'), '--data', dataDir],
    cwd: dataDir,
    log: join(dataDir, 'host.log'),
    onSpawn: () => {},
  });
  if (!host.ok) throw new Error('the browser host did not start');
  const { origin, host: own, hash } = new URL(String(host.message.address));
  const token = hash.replace('#token=', '');
  const socket = new WebSocket(
    `ws://${own}${DESK_SOCKET_PATH}`,
    [DESK_PROTOCOL, TOKEN_PROTOCOL_PREFIX + token],
    {
      origin,
    },
  );
  const client: RouterClient<DeskRouter> = createORPCClient(new RPCLink({ websocket: socket as never }));
  const page = await client.queue.page({ view: 'today', after: null, limit: 50 });
  const ms = performance.now() - start;
  if (page.rows.length === 0) throw new Error('the first page is empty');
  socket.close();
  await host.running.stop();
  return ms;
}
