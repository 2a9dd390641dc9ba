import { once } from 'node:events';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { destination, type Logger, pino } from 'pino';
import { createStream } from 'rotating-file-stream';
import { firstLine } from './database-url.ts';
import { CliError } from './messages.ts';

/** How large the file of a log grows before a new one begins, and how many older ones are kept. */
export type LogLimits = { readonly bytes: number; readonly kept: number };

const LIMITS: LogLimits = { bytes: 10 * 1024 * 1024, kept: 5 };
/** Of files that only the service's own user may read. */
const CLOSED = 0o600;

export type Log = {
  readonly log: Logger;
  /** Settles when all of it is written. */
  readonly close: () => Promise<void>;
};

/**
 * The log of the service: standard error, or a file that is turned over by its size. The older ones are
 * FILE.1, the newest, to FILE.5. @throws CliError
 */
export async function openLog(file: string | undefined, limits = LIMITS): Promise<Log> {
  const level = process.env.LOG_LEVEL ?? 'info';
  const toError = destination({ fd: 2, sync: true });
  if (file === undefined) return { log: pino({ level }, toError), close: async () => undefined };

  const path = resolve(file);
  const stream = await openFile(path, limits).catch((error: unknown) => {
    throw new CliError('cannotLog', { file, reason: firstLine(error) });
  });
  // A disk that is full must not end the service: from then on its log goes where it would go without a file.
  let to: { write(line: string): unknown } = stream;
  stream.on('error', (error) => {
    to = toError;
    log.error({ reason: firstLine(error) }, 'the log file cannot be written any more');
  });
  const log = pino({ level }, { write: (line) => void to.write(line) });
  return {
    log,
    close: () =>
      new Promise((resolve) => {
        if (stream.closed) resolve();
        // Also when the last lines cannot be written: that is said already.
        else stream.once('close', resolve).end();
      }),
  };
}

async function openFile(path: string, { bytes, kept }: LogLimits): Promise<Writable> {
  const folder = dirname(path);
  const nameOf = (older: number | Date | null): string => `${basename(path)}${older ? `.${older}` : ''}`;
  // Closed again when they are found open, and made closed: the library makes a folder that all may read.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let n = 0; n <= kept; n++) {
    const found = join(folder, nameOf(n));
    if (statSync(found, { throwIfNoEntry: false })?.isFile() === true) chmodSync(found, CLOSED);
  }
  const stream = createStream(nameOf, { path: folder, size: `${bytes}B`, rotate: kept, mode: CLOSED });
  await once(stream, 'open');
  return stream;
}
