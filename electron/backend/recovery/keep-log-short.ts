import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { codeOf } from '../store/open-database.ts';

/** So long nothing was written, ms: the officer does something else, and nobody waits for the disk. */
const IDLE_MS = 5_000;

/**
 * Moves the journal's log into its file when nothing was written for a while: damage to it then costs little.
 */
export function keepLogShort(
  journal: Pick<JournalStore, 'emptyLog' | 'onWritten'>,
  clock: Clock,
  log: Log,
  failed: (error: unknown) => void,
): void {
  let writtenAt = 0;
  let isSet = false;
  const set = (at: number): void => {
    isSet = true;
    clock.alarm(at, () => {
      isSet = false;
      // A clock that was set back holds it up for no longer than the alarm.
      const idleFrom = writtenAt + IDLE_MS;
      if (idleFrom > clock.now() && writtenAt <= clock.now()) return set(idleFrom);
      try {
        journal.emptyLog();
      } catch (error) {
        log.warn({ code: codeOf(error) }, 'the log of the journal stays as long as it is');
        failed(error);
      }
    });
  };
  journal.onWritten(() => {
    writtenAt = clock.now();
    if (!isSet) set(writtenAt + IDLE_MS);
  });
}
