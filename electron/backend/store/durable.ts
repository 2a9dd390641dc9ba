import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Returns when the file's bytes are on the disk. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** Returns when the names in the folder are on the disk: what was renamed or removed stays so. */
export function syncFolder(path: string): void {
  // Windows cannot open a folder; its rename is in the journal of NTFS.
  if (process.platform !== 'win32') sync(path, 'r');
}

function sync(path: string, flags: string): void {
  const opened = openSync(path, flags);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/**
 * Puts the bytes in the place of the file, for this user alone: all of it or nothing, also across a power
 * cut.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, bytes, { mode: 0o600 });
  syncFile(temporary);
  renameSync(temporary, path);
  syncFolder(dirname(path));
}
