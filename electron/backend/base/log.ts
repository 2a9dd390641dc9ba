import { join } from 'node:path';
import { pino } from 'pino';
import { describeError } from '#shared/node/describe-error.ts';
import { rotatingFile } from '#shared/node/rotating-file.ts';

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Technical events only: never a text, a name or a token. `err`: an error, told without its message. */
export type Log = { readonly info: Write; readonly warn: Write; readonly error: Write };

/** Appends to `log/backend.log` in the data folder. Where that cannot be written there is no log. */
export function fileLog(dataDir: string): Log {
  return pino(
    { base: null, serializers: { err: (error: unknown) => describeError(error) } },
    rotatingFile(join(dataDir, 'log/backend.log')),
  );
}
