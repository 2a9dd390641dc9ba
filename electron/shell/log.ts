import { join } from 'node:path';
import { rotatingFile } from '#shared/node/rotating-file.ts';

/** Technical events only: never a text, a name, a token or a folder. */
export type ShellLog = (message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** Appends to `log/shell.log` in the data folder, beside the backend's, and says it where one develops. */
export function shellLog(dataDir: string): ShellLog {
  const { write } = rotatingFile(join(dataDir, 'log/shell.log'));
  return (message, fields = {}) => {
    write(`${JSON.stringify({ time: Date.now(), ...fields, msg: message })}\n`);
    console.error(message);
  };
}
