import { closeSync, existsSync, openSync } from 'node:fs';
import { isDamage } from './open-database.ts';

/**
 * A damaged page is found when it is read, which may be hours after the start. It is noted beside the cache:
 * should the cache not be replaced at once, the next start replaces it. The note goes with the old cache.
 */
export type DamageNote = { readonly note: (error: unknown) => boolean; readonly noted: () => boolean };

export function damageNote(cachePath: string): DamageNote {
  const path = `${cachePath}.damaged`;
  return {
    note: (error) => {
      if (!isDamage(error)) return false;
      closeSync(openSync(path, 'w', 0o600));
      return true;
    },
    noted: () => existsSync(path),
  };
}
