import { parseArgs } from 'node:util';
import { destination, pino } from 'pino';
import { startCentral } from '../http/service.ts';
import { DATABASE_OPTIONS, findDatabase, firstLine } from './database-url.ts';
import { CliError } from './messages.ts';

const DEFAULT_PORT = 7410;

/** Runs the service until it is told to end (SIGINT, SIGTERM). */
export async function serve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...DATABASE_OPTIONS, port: { type: 'string' }, host: { type: 'string' } },
  });
  const port = portOf(values.port);
  const database = await findDatabase(values.data);
  // Standard output carries the one line that says it is ready; everything else is log.
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info' }, destination({ fd: 2, sync: true }));
  try {
    const central = await startCentral({
      databaseUrl: database.url,
      host: values.host ?? '127.0.0.1',
      port,
      log,
    }).catch((error: unknown) => {
      throw new CliError('cannotServe', { port, reason: firstLine(error) });
    });
    console.log(JSON.stringify({ ready: true, address: central.address }));
    await toldToEnd();
    await central.close();
  } finally {
    await database.close();
  }
  return 0;
}

function portOf(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CliError('badPort', { port: text ?? '' });
  return port;
}

function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
