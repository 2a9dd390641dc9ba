import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from '../../build/base/paths.ts';
import { launch } from '../../build/start/children.ts';
import { startAddress } from '../../electron/browser-host/start-address.ts';
import { type BackendClient, connectBackend } from '../support/backend-client.ts';

/** The built browser host in a process of its own, and a line to its backend like the window's. */
export type BackendProcess = {
  /** Where the window opens: once, within a minute. */
  readonly address: () => string;
  readonly client: BackendClient['backend'];
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
  const { backend: client, close } = await connectBackend(z.string().parse(host.message.address));
  return {
    address: () => startAddress(dataDir) ?? '',
    client,
    peakMiB: () => peakOf(host.running.pid),
    stop: async () => {
      close();
      await host.running.stop();
    },
  };
}

/** The most memory that a process has held so far, MiB; null where the system does not say. */
export function peakOf(pid: number): number | null {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return null;
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/** Asks again and again until it holds. The pause between two questions is the grain of what is measured. */
export async function until(holds: () => Promise<boolean>, everyMs = 20): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, everyMs));
}
