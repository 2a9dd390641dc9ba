import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '#shared/node/take-lock.ts';

/** One host per data folder. It notes beside the lock where it answers, for the one who comes second. */
export function lockDataDir(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'host-address');
  const unlock = takeLock(join(dataDir, 'lock'));
  if (unlock === null) return { ok: false, address: readAddress(file) } as const;
  // A host that was killed left its own.
  rmSync(file, { force: true });
  return {
    ok: true,
    announce: (address: string): void => writeFileSync(file, address, { mode: 0o600 }),
    release: (): void => {
      rmSync(file, { force: true });
      unlock();
    },
  } as const;
}

/** Null: the holder does not answer yet, or no longer. */
function readAddress(file: string): string | null {
  try {
    return readFileSync(file, 'utf8') || null;
  } catch {
    return null;
  }
}
