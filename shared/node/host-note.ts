import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * Where the host of this folder answers, and the key of its process: whoever may read the officer's data may
 * open the window. The file goes with the host, and what a killed one leaves is of no use.
 */
const note = z.object({ origin: z.url(), processKey: z.string().min(20) });
export type HostNote = z.infer<typeof note>;

const fileOf = (dataDir: string): string => join(dataDir, 'host-address');

export function writeHostNote(dataDir: string, value: HostNote): void {
  removeHostNote(dataDir);
  writeFileSync(fileOf(dataDir), JSON.stringify(value), { mode: 0o600 });
}

export function removeHostNote(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

/** Null: no host answers yet, or none any more. */
export function readHostNote(dataDir: string): HostNote | null {
  try {
    return note.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}
