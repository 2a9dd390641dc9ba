import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns when the file's bytes are on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Returns when the names in the folder are on the disk: what was renamed or removed stays so. */
export function syncFolder(path: string): void {
  // Windows cannot open a folder; its rename is in the journal of NTFS.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
