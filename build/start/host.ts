import { join } from 'node:path';
import * as z from 'zod';
import { DIST, ROOT } from '../base/paths.ts';
import type { ElectronRuntime } from '../packaging/electron-runtime.ts';
import { type Launch, launch, launchSilently, type Running } from './children.ts';
import type { Join } from './demo.ts';
import { systemNetwork } from './network.ts';

export type HostOptions = {
  readonly dataDir: string;
  readonly logs: string;
  readonly demo: boolean;
  readonly join: Join | null;
  readonly onSpawn: Launch['onSpawn'];
};

const refusal = z.object({
  reason: z.string().exactOptional(),
  why: z.string().exactOptional(),
  address: z.string().nullish(),
});

const common = ({ dataDir, demo, join }: HostOptions): string[] => [
  '--data',
  dataDir,
  ...(demo ? ['--demo'] : []),
  ...(join === null ? [] : ['--join-url', join.centralUrl, '--join-name', join.name]),
];

/** The code goes through the environment: a command line can be read by every user of the PC. */
const secrets = ({ join }: HostOptions): Record<string, string> =>
  join === null ? {} : { PENGHUBUNG_JOIN_CODE: join.code };

/** The app of this folder in a window of Electron; it ends when the officer closes it. */
export function startElectron(runtime: ElectronRuntime, app: string, options: HostOptions): Running {
  return launchSilently({
    command: { program: runtime.executable },
    args: [app, ...common(options)],
    cwd: ROOT,
    env: secrets(options),
    log: join(options.logs, 'electron.log'),
    onSpawn: options.onSpawn,
  });
}

/**
 * Not ok: it did not start, and `why` says it to the person at the screen. `address`: another one that runs
 * on these data can be opened there.
 * @param runSecret the same for each that this start brings up: so a page finds back to the next one
 */
export async function startBrowserHost(options: HostOptions, port: number, runSecret: string) {
  const answer = await launch({
    command: 'node',
    args: [join(DIST, 'browser-host.js'), ...common(options), '--port', String(port)],
    cwd: ROOT,
    env: { ...systemNetwork(process.env), ...secrets(options), PENGHUBUNG_RUN_SECRET: runSecret },
    log: join(options.logs, 'browser-host.log'),
    onSpawn: options.onSpawn,
  });
  if (answer.ok) {
    const address = z.string().parse(answer.message.address);
    return { ok: true, running: answer.running, address } as const;
  }
  const { reason = `kode ${answer.code}`, why, address } = refusal.parse(answer.message ?? {});
  return { ok: false, why: why ?? `Aplikasi tidak dapat dijalankan (${reason}).`, address } as const;
}
