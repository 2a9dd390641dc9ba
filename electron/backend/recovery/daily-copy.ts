import { dayOfMs } from '#shared/domain/calendar/day.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { codeOf } from '../store/open-database.ts';

/** After the start, when the window has its first answers and the first requests are out, ms. */
const FIRST_MS = 20_000;
/** A PC that sleeps misses alarms, and a disk that was full may have room again: asked this often, ms. */
const AGAIN_MS = 3_600_000;

/** Sees to it that each day on which the program runs leaves a copy of the journal. */
export function keepDailyCopies(
  journal: Pick<JournalStore, 'copyOfDay' | 'tidy'>,
  clock: Clock,
  log: Log,
  failed: (error: unknown) => void,
): void {
  const set = (ms: number): void => {
    clock.alarm(clock.now() + ms, () => {
      try {
        journal.tidy(clock.now());
        if (journal.copyOfDay(dayOfMs(clock.now()))) log.info({}, 'the journal was copied');
      } catch (error) {
        log.warn({ code: codeOf(error) }, 'the journal could not be copied; tried again in an hour');
        failed(error);
      }
      set(AGAIN_MS);
    });
  };
  set(FIRST_MS);
}
