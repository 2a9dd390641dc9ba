import type { MovedDeadlines } from '#shared/contract/window/deadlines.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { clocksOrNone } from '#shared/domain/deadlines/clocks.ts';
import { changedHolidays, movedClocks } from '#shared/domain/deadlines/moved-deadlines.ts';
import { type Basis, basisOfFingerprint } from './deadline-data.ts';

/** Moved complaints that are named; the others are only counted. */
const NAMED = 200;

/**
 * Sees, complaint by complaint, what new holidays or rules move.
 * @param before the fingerprint of what the complaints were computed with; null where that is not comparable
 */
export function watchMoves(before: string | null, after: Basis) {
  const old = before === null ? null : basisOfFingerprint(before);
  const rows: MovedDeadlines['rows'][number][] = [];
  let count = 0;
  return {
    compare: (projected: Complaint) => {
      if (old === null) return;
      const clocks = movedClocks(clocksOrNone(projected, old), clocksOrNone(projected, after));
      if (clocks.length === 0) return;
      count++;
      const { id, trackingId, title } = projected;
      if (rows.length < NAMED) rows.push({ id, trackingId, title, clocks });
    },
    /** Null: nothing moved. */
    result: (at: string): MovedDeadlines | null => {
      if (old === null || count === 0) return null;
      const { added, removed } = changedHolidays(old.holidays, after.holidays);
      const rules = JSON.stringify(old.rules) !== JSON.stringify(after.rules);
      return { at, count, rows, added, removed, rules };
    },
  };
}
