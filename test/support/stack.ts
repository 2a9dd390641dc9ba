import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { ROOT } from '../../build/base/paths.ts';
import { type Launch, launch, type Running } from '../../build/start/children.ts';
import { steadyPort } from '../../build/start/ports.ts';
import { startAddress } from '../../electron/browser-host/start-address.ts';
import { databaseFolder } from './database-folder.ts';

export type OfficeRole = 'penghubung' | 'pelaksana' | 'pimpinan';

/**
 * The product as it runs in an office, in processes of its own and in a folder of its own: a central service
 * over a real PostgreSQL, and any number of officers' apps (browser hosts of the built bundles). Nothing of
 * it outlives the test, not even a test that was killed.
 */
export type Stack = {
  readonly folder: string;
  readonly central: CentralProcess;
  /** An officer's PC with a data folder of its own, not yet started. `code`: enrols at the first start. */
  readonly host: (name: string, options?: HostOptions) => HostProcess;
  /**
   * Fills the central service with the invented regency; its agencies, the one with the demonstration's
   * officer first.
   */
  readonly demo: () => Promise<{ readonly agencies: readonly [string, ...string[]] }>;
  /** A one-time code for an officer of this agency. */
  readonly code: (agency: string, name: string, role?: OfficeRole, ...more: string[]) => Promise<string>;
  /** An officer of this agency: a one-time code from the command line, and the app running with it. */
  readonly officer: (agency: string, name: string, role?: OfficeRole) => Promise<HostProcess>;
  readonly close: () => Promise<void>;
};

/** A process that can be ended and brought up again on the same data and the same port. */
export type Service = {
  /** The port is the same after every start; empty before the first. */
  readonly address: () => string;
  readonly start: () => Promise<void>;
  /** As by Ctrl+C. */
  readonly stop: () => Promise<void>;
  /** As by a power cut: `kill -9`. */
  readonly kill: () => Promise<void>;
};

export type CliResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type CentralProcess = Service & {
  /** Runs `npm run central -- …args` on the same data. */
  readonly cli: (...args: string[]) => Promise<CliResult>;
};

/** Each of its addresses opens one window, within a minute. */
export type HostProcess = Service & { readonly dataDir: string; readonly log: string };

export type HostOptions = {
  readonly code?: string;
  readonly demo?: boolean;
  /** Where the app looks for the central service; a proxy's address, for example. */
  readonly centralUrl?: string;
  /** The same for each of its processes, as that of `npm start`. */
  readonly runSecret?: string;
};

export type StackOptions = {
  /** A PostgreSQL server to use instead of one of the stack's own. */
  readonly databaseUrl?: string;
  /** A folder of releases that the central service hosts. */
  readonly releases?: string;
};

/** Brings up the central service; the apps come on demand. `dist/` must have been built. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const folder = databaseFolder('stack');
  const started: Running[] = [];
  const onSpawn = (running: Running) => void started.push(running);

  const central = centralProcess(folder, options, onSpawn);
  await central.start();

  const host: Stack['host'] = (name, hostOptions = {}) =>
    hostProcess(folder, name, { centralUrl: central.address(), ...hostOptions }, onSpawn);

  const code: Stack['code'] = async (agency, name, role = 'penghubung', ...more) => {
    const args = ['enrol', '--opd', agency, '--role', role, '--name', name, '--json', ...more];
    return z.object({ code: z.string() }).parse(await answer(central, ...args)).code;
  };

  return {
    folder,
    central,
    host,
    demo: async () => {
      const filled = z
        .object({ agencies: z.tuple([z.object({ name: z.string() })], z.object({ name: z.string() })) })
        .parse(await answer(central, 'demo', '--json'));
      const [first, ...others] = filled.agencies;
      return { agencies: [first.name, ...others.map(({ name }) => name)] };
    },
    code,
    officer: async (agency, name, role) => {
      const app = host(name, { code: await code(agency, name, role) });
      await app.start();
      return app;
    },
    close: async () => {
      for (const running of started.reverse()) await running.stop();
      // A service that was killed leaves its PostgreSQL running; a short command takes it over and ends it.
      if (options.databaseUrl === undefined) await central.cli('agencies');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The JSON that a command of the central service printed last. */
async function answer(central: CentralProcess, ...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await central.cli(...args);
  if (code !== 0) throw new Error(`${args[0]}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

function centralProcess(folder: string, options: StackOptions, onSpawn: Launch['onSpawn']): CentralProcess {
  const own = options.databaseUrl === undefined;
  const place = own ? ['--data', join(folder, 'central')] : [];
  const env = { DATABASE_URL: options.databaseUrl ?? '' };
  const script = join(ROOT, 'central/cli.ts');
  const hosted = options.releases === undefined ? [] : ['--releases', options.releases];
  const service = restartable((port) => ({
    command: 'node',
    args: [script, 'serve', '--port', port, ...place, ...hosted],
    cwd: folder,
    env: { ...env, LOG_LEVEL: 'warn' },
    log: join(folder, 'central.log'),
    onSpawn,
  }));
  return {
    ...service,
    cli: async (...args) => {
      const child = spawn(process.execPath, [script, ...args, ...place], {
        cwd: ROOT,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const code = new Promise<number>((resolve) => child.once('exit', (exit) => resolve(exit ?? -1)));
      const [stdout, stderr] = await Promise.all([buffer(child.stdout), buffer(child.stderr)]);
      return { code: await code, stdout: stdout.toString(), stderr: stderr.toString() };
    },
  };
}

function hostProcess(
  folder: string,
  name: string,
  { code, demo = false, centralUrl = '', runSecret = randomBytes(32).toString('base64url') }: HostOptions,
  onSpawn: Launch['onSpawn'],
): HostProcess {
  const dataDir = join(folder, 'desks', name);
  const log = join(folder, `${name}.log`);
  const env = { PENGHUBUNG_RUN_SECRET: runSecret };
  const joining =
    code === undefined ? [] : ['--join-url', centralUrl, '--join-code', code, '--join-name', name];
  const service = restartable((port) => ({
    command: 'node',
    args: [
      join(ROOT, 'dist/browser-host.js'),
      '--data',
      dataDir,
      '--port',
      port,
      ...(demo ? ['--demo'] : []),
      ...joining,
    ],
    cwd: folder,
    env,
    log,
    onSpawn,
  }));
  return { ...service, address: () => startAddress(dataDir) ?? '', dataDir, log };
}

/**
 * From a range of this worker's own: two workers that look at the same instant would find the same port free.
 */
function freePort(): Promise<number> {
  const worker = Number(process.env.TEST_PARALLEL_INDEX ?? process.env.VITEST_POOL_ID ?? 0);
  const first = 11_000 + (worker % 19) * 1_000;
  return steadyPort([], [first, first + 1_000]);
}

function restartable(launchOn: (port: string) => Launch): Service {
  let address = '';
  let running: Running | null = null;
  return {
    address: () => address,
    start: async () => {
      const options = launchOn(address === '' ? String(await freePort()) : new URL(address).port);
      const answer = await launch(options);
      if (!answer.ok)
        throw new Error(`${options.args[0]} did not start (${JSON.stringify(answer)}), see ${options.log}`);
      running = answer.running;
      address = z.string().parse(answer.message.address);
    },
    stop: async () => {
      await running?.stop();
    },
    kill: async () => {
      running?.kill('SIGKILL');
      await running?.ended;
    },
  };
}
