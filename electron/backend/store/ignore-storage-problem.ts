import { storageProblemOf } from './open-database.ts';

/**
 * Writes something that nobody waits for. False: the disk has no room for it or takes no change, and that is
 * no reason to stop.
 */
export function ifRoom(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    return false;
  }
}
