import { addDays, type Day, dayOf } from '#shared/domain/calendar/day.ts';
import type { LoggedLine } from '../store/journal/journal-store.ts';
import type { BackendContext } from './context.ts';
import type { WindowApi } from './implement.ts';

/**
 * The days without any connection, by the log of this computer: the connection was lost on that day or
 * before, and not there again before its end. @param lines newest first
 */
export function offlineDays(
  lines: readonly Pick<LoggedLine, 'at' | 'event'>[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly Day[] {
  const without = new Set<Day>();
  const reached = new Set<Day>();
  let lostOn: Day | null = null;
  const cover = (until: Day): void => {
    for (let day = lostOn ?? until; lostOn !== null && day <= until; day = addDays(day, 1)) without.add(day);
  };
  for (const { at, event } of lines.toReversed()) {
    const day = dayOf(at);
    if (event === 'offline') lostOn ??= day;
    else if (event === 'online' || event === 'synced') {
      cover(day);
      lostOn = null;
      reached.add(day);
    }
  }
  cover(to);
  return [...without].filter((day) => day >= from && day <= to && !reached.has(day)).sort();
}

/** Lines of the log that are read for the days without a connection: some months. */
const LOOKED_THROUGH = 20_000;

export function deadlinesHandlers(os: WindowApi['deadlines'], { journal }: BackendContext) {
  return {
    moved: os.moved.handler(() => journal.moves.last()),
    offlineDays: os.offlineDays.handler(({ input }) => offlineDays(journal.lastLines(LOOKED_THROUGH), input)),
  };
}
