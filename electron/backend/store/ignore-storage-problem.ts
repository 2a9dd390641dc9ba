import { storageProblemOf } from './open-database.ts';

/** Writes what can be left undone. False: the disk has no room or takes no change. */
export function ignoreStorageProblem(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    return false;
  }
}
