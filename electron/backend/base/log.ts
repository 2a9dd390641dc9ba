import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino } from 'pino';

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Technical events only: never a text, a name or a token. */
export type Log = { readonly info: Write; readonly warn: Write; readonly error: Write };

/** One older file is kept; two of this size fit any office PC. */
const MAX_LOG_BYTES = 5_000_000;

/** Appends to `log/backend.log` in the data folder. Where that cannot be written there is no log. */
export function fileLog(dataDir: string): Log {
  try {
    const folder = join(dataDir, 'log');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, 'backend.log');
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
    const lines = destination({ dest: file, sync: true, mode: 0o600 });
    // A disk that is full takes no line; the officer's work must not end because of that.
    lines.on('error', () => {});
    return pino({ base: null }, lines);
  } catch {
    return { info: () => {}, warn: () => {}, error: () => {} };
  }
}
