import { storageProblemOf } from './open-database.ts';

/** Writes what nobody waits for. False: the disk has no room or takes no change, no reason to stop. */
export function ignoreStorageProblem(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    return false;
  }
}
