import { dayOfMs } from '#shared/domain/calendar/day.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/** So far the time moves on at most on a day on which the program runs, ms: over a weekend. */
const STEP_MS = 3 * 86_400_000;

type LastTidied = { readonly tidiedOn: string | null; readonly tidiedUntil: number | null };

/**
 * The time by which the journal is tidied. A clock that is years ahead for an hour must not end the days for
 * which things are kept; so this time follows the clock by a few days for each day on which the program runs.
 */
export function tidyTime(db: Db) {
  const { row, run } = statements(db);
  const last = row<[], LastTidied>('SELECT tidiedOn, tidiedUntil FROM last_seen');
  const put = run<[on: string, until: number]>('UPDATE last_seen SET tidiedOn = ?, tidiedUntil = ?');
  /** @param now ms since 1970, as the clock says */
  return (now: number): number => {
    const today = dayOfMs(now);
    const { tidiedOn = null, tidiedUntil = null } = last() ?? {};
    const step = tidiedOn === today ? 0 : STEP_MS;
    const until = tidiedUntil === null ? now : Math.min(now, tidiedUntil + step);
    if (tidiedOn !== today || tidiedUntil !== until) put(today, until);
    return until;
  };
}
