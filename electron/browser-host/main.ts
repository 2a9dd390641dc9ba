import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { keepMemoryModest } from '../backend/base/modest-memory.ts';
import { type BackendOptions, openBackend } from '../backend/process/backend.ts';
import { BackendStartError } from '../backend/process/open-stores.ts';
import { type HostArguments, parseHostArguments } from './arguments.ts';
import { lockDataDir } from './data-lock.ts';
import { openHostServer } from './server.ts';
import { keptToken } from './token.ts';

/** Another host has the data folder. */
const EXIT_IN_USE = 3;
/** The data cannot be opened; a second try would not help. */
const EXIT_NO_DATA = 4;
/** Another program has the port. */
const EXIT_NO_PORT = 5;

async function run(args: HostArguments): Promise<number> {
  const locked = lockDataDir(args.dataDir);
  if (!locked.ok) {
    const address = locked.owner?.address ?? null;
    console.log(JSON.stringify({ ready: false, reason: 'in_use', address }));
    return EXIT_IN_USE;
  }
  const { lock } = locked;
  const stop = stopSignal();
  try {
    const backend = await open({
      dataDir: args.dataDir,
      demo: args.demo,
      ...(args.join === null ? {} : { join: args.join }),
    });
    if (backend instanceof BackendStartError) {
      console.log(JSON.stringify({ ready: false, reason: backend.code }));
      return EXIT_NO_DATA;
    }
    try {
      const token = args.token ?? keptToken(args.dataDir);
      const server = await openHostServer({
        router: backend.served,
        token,
        port: args.port,
        window: builtWindow(),
      });
      const address = `${server.origin}/#token=${token}`;
      lock.announce(address);
      console.log(JSON.stringify({ ready: true, address }));
      await stop;
      await server.close();
    } catch (error) {
      if (!isPortTaken(error)) throw error;
      console.log(JSON.stringify({ ready: false, reason: 'port_in_use' }));
      return EXIT_NO_PORT;
    } finally {
      await backend.close();
    }
  } finally {
    lock.release();
  }
  return 0;
}

async function open(options: BackendOptions) {
  try {
    return await openBackend(options);
  } catch (error) {
    if (error instanceof BackendStartError) return error;
    throw error;
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Both bundles lie in `dist/`: this file beside the page's folder and the list of its files. */
function builtWindow(): { dir: string; names: readonly string[] } {
  const names: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'window-files.json'), 'utf8'));
  return { dir: join(import.meta.dirname, 'renderer'), names: z.array(z.string()).parse(names) };
}

/**
 * Settles when somebody asks the process to end; from then on a second request is not needed and does
 * nothing.
 */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
  });
}

keepMemoryModest();
const parsed = parseHostArguments(process.argv.slice(2), process.env);
if (parsed.ok) {
  process.exitCode = await run(parsed.value);
} else {
  console.error(`browser-host: ${parsed.message}`);
  process.exitCode = 2;
}
