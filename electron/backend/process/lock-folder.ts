import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { removeHostNote } from '#shared/node/host-note.ts';
import { takeLock } from '#shared/node/take-lock.ts';
import { BackendStartError } from './open-stores.ts';

/**
 * Makes the data folder where there is none, and takes its lock.
 * @returns how to let it go; the end of the process does so too
 * @throws BackendStartError
 */
export function lockFolder(dataDir: string): () => void {
  const unlock = takeIt(dataDir);
  if (unlock === null) throw new BackendStartError('in_use');
  return unlock;
}

function takeIt(dataDir: string): (() => void) | null {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const unlock = takeLock(join(dataDir, 'lock'));
    // A browser host that was killed left its own.
    if (unlock !== null) removeHostNote(dataDir);
    return unlock;
  } catch (error) {
    throw new BackendStartError('no_access', { cause: error });
  }
}
