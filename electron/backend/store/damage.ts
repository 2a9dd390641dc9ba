import { closeSync, existsSync, openSync } from 'node:fs';
import { isDamage } from './open-database.ts';

export type DamageNote = ReturnType<typeof damageNote>;

/**
 * A damaged page is found when it is read, which may be hours after the start. It is noted beside the cache:
 * should the cache not be replaced at once, the next start replaces it. The note goes with the old cache.
 */
export function damageNote(cachePath: string) {
  const path = `${cachePath}.damaged`;
  return {
    /** False: the error is no damage. */
    note: (error: unknown): boolean => {
      if (!isDamage(error)) return false;
      closeSync(openSync(path, 'w', 0o600));
      return true;
    },
    noted: (): boolean => existsSync(path),
  };
}
