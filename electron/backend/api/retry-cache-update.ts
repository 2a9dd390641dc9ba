import { codeOf, storageProblemOf } from '../store/open-database.ts';
import type { Desk } from './context.ts';

/** Pause before the cache is asked again to take what the journal has, ms. */
const BEHIND_MS = 30_000;

/**
 * Brings the cache up to what the journal has just taken. When the disk has no room for that, the officer's
 * step is kept all the same, so the answer must not be "failed"; the queue's columns follow later.
 */
export function afterwards(desk: Desk, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    desk.log.warn({ code: codeOf(error) }, 'the queue is behind the journal; tried again');
    desk.clock.alarm(desk.clock.now() + BEHIND_MS, () => {
      try {
        afterwards(desk, work);
        desk.hub.publish(['queue', 'case'], null);
      } catch (later) {
        // Nobody waits for this one, and the next start puts the queue right.
        desk.noteDamage(later);
        desk.log.error({ err: later }, 'the queue could not follow the journal');
      }
    });
  }
}
