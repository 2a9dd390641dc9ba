import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';

/** What the shell keeps for its next start in its own folder `dir`; `first` where nothing was kept. */
export function keptFile<Kept>(dir: string, name: string, schema: z.ZodType<Kept>, first: NoInfer<Kept>) {
  const file = join(dir, name);
  return {
    read: (): Kept => {
      try {
        return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return first;
      }
    },
    /** A full disk costs what was to be kept, not the program. */
    write: (kept: Kept): void => {
      try {
        writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch (error) {
        console.error(`${name} not kept:`, error);
      }
    },
  };
}
