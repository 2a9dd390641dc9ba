import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The rights of everybody but the user. */
const OTHERS = 0o077;
const STICKY = 0o1000;

/**
 * No other user of the PC can read what this process writes, whoever writes it: SQLite alone would make its
 * files readable to all. (On Windows the folder's own list of rights says so.)
 */
export function writePrivately(): void {
  process.umask(OTHERS);
}

/**
 * Takes the rights of others from a folder that was made, copied or put back by somebody else; not where
 * everybody works on purpose (its sticky bit says so), as in /tmp.
 */
export function closeToOthers(folder: string): void {
  if (process.platform === 'win32' || isShared(folder)) return;
  close(folder);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) close(join(entry.parentPath, entry.name));
  }
}

/** Takes the rights of others from the folder alone: nobody else comes to what is in it. */
export function closeFolder(folder: string): void {
  if (process.platform !== 'win32' && !isShared(folder)) close(folder);
}

function isShared(folder: string): boolean {
  return ((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & STICKY) !== 0;
}

function close(path: string): void {
  try {
    const { mode } = lstatSync(path);
    if ((mode & OTHERS) !== 0) chmodSync(path, mode & 0o777 & ~OTHERS);
  } catch {
    // A file of another user, or one that is gone meanwhile: the start does not depend on it.
  }
}
