import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { SaveOutcome } from '#shared/contract/process/letters.ts';

/**
 * Writes a file whole or not at all: the one that was there stays until the new one is on the disk. The new
 * one grows beside it, for only within a folder is a rename one step.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<SaveOutcome> {
  const growing = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  let grown = false;
  try {
    await fill(await open(growing, 'wx'), bytes);
    grown = true;
    await rename(growing, path);
    return 'saved';
  } catch (error) {
    await rm(growing, { force: true }).catch(() => {});
    return whyNotWritten((error as NodeJS.ErrnoException).code, grown);
  }
}

async function fill(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * @param grown the new file was whole, and only did not get the name. Windows refuses that so where another
 *   program has the old one open.
 */
export function whyNotWritten(code: string | undefined, grown: boolean): SaveOutcome {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  return grown && ['EBUSY', 'EPERM', 'EACCES'].includes(code ?? '') ? 'in_use' : 'no_access';
}
