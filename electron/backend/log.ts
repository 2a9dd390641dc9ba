import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Technical events only: never a text, a name or a token. */
export type Log = { readonly info: Write; readonly warn: Write; readonly error: Write };

/** Appends to `log/backend.log` in the data folder. */
export function fileLog(dataDir: string): Log {
  const folder = join(dataDir, 'log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = pino(
    { base: null },
    destination({ dest: join(folder, 'backend.log'), sync: true, mode: 0o600 }),
  );
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
