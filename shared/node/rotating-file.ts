import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** With the older file before it twice as much: it fits any office PC, and a technician's patience. */
const MOST_BYTES = 1_000_000;

/**
 * A file of lines, which stand in it when the call returns. When it is full it becomes `.1`, also while the
 * program runs. It is made with its first line. A disk that takes no line must not end anybody's work.
 */
export function rotatingFile(
  path: string,
  mostBytes = MOST_BYTES,
): { readonly write: (line: string) => void } {
  let file: number | null = null;
  let size = 0;
  const opened = (): number => {
    if (file !== null) return file;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    file = openSync(path, 'a', 0o600);
    size = fstatSync(file).size;
    return file;
  };
  const begin = (): void => {
    if (file !== null) closeSync(file);
    file = null;
    renameSync(path, `${path}.1`);
  };
  return {
    write: (line) => {
      try {
        const bytes = Buffer.from(line);
        opened();
        if (size > 0 && size + bytes.length > mostBytes) begin();
        size += writeSync(opened(), bytes);
      } catch {
        // There is nobody to whom it could be told.
      }
    },
  };
}
