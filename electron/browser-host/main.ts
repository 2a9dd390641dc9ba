import { resolve } from 'node:path';
import { START_FAILURES } from '#shared/i18n/start-failures.ts';
import { readBuiltWindow } from '#shared/node/built-window.ts';
import { removeHostNote, writeHostNote } from '#shared/node/host-note.ts';
import { readPolicy } from '#shared/node/policy.ts';
import { writePrivately } from '#shared/node/private-files.ts';
import { keepMemoryModest } from '../backend/base/modest-memory.ts';
import { type Backend, openBackend } from '../backend/process/backend.ts';
import { BackendStartError } from '../backend/process/open-stores.ts';
import { type HostArguments, parseHostArguments } from './arguments.ts';
import { hostSecrets, newSecret } from './host-secrets.ts';
import { openHostServer } from './server.ts';
import { startAddress } from './start-address.ts';

const EVIDENCE = resolve(import.meta.dirname, 'evidence.json');

/** Another program has the data folder open. */
const EXIT_IN_USE = 3;
/** The data cannot be opened; a second try would not help. */
const EXIT_NO_DATA = 4;
/** Another program has the port. */
const EXIT_NO_PORT = 5;

async function run({ dataDir, demo, join, port, runSecret }: HostArguments): Promise<number> {
  const stop = stopSignal();
  let backend: Backend | null = null;
  try {
    backend = await openBackend({ dataDir, demo, join, policy: readPolicy(), evidenceFile: EVIDENCE });
    const processKey = newSecret();
    const server = await openHostServer({
      router: backend.served,
      secrets: hostSecrets(runSecret ?? newSecret(), processKey),
      port,
      window: readBuiltWindow(import.meta.dirname),
    });
    writeHostNote(dataDir, { origin: server.origin, processKey });
    console.log(JSON.stringify({ ready: true, address: startAddress(dataDir) }));
    await stop;
    removeHostNote(dataDir);
    await server.close();
    return 0;
  } catch (error) {
    if (error instanceof BackendStartError) {
      const why = START_FAILURES[error.code].id;
      if (error.code !== 'in_use') return refuse(EXIT_NO_DATA, error.code, { why });
      return refuse(EXIT_IN_USE, error.code, { why, address: startAddress(dataDir) });
    }
    if (isPortTaken(error)) return refuse(EXIT_NO_PORT, 'port_in_use');
    throw error;
  } finally {
    await backend?.close();
  }
}

function refuse(exitCode: number, reason: string, more: object = {}): number {
  console.log(JSON.stringify({ ready: false, reason, ...more }));
  return exitCode;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Resolves when the process is asked to end; a second request does nothing. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
  });
}

writePrivately();
keepMemoryModest();
const parsed = parseHostArguments(process.argv.slice(2), process.env);
if (parsed.ok) {
  process.exitCode = await run(parsed.value);
} else {
  console.error(`browser-host: ${parsed.message}`);
  process.exitCode = 2;
}
