import type { Day } from '../calendar/day.ts';
import type { Holiday, HolidayTable } from '../calendar/working-days.ts';
import type { Clock, Clocks } from './clocks.ts';

/** A running clock that ends on another day under new holidays or rules. */
export type MovedClock = {
  readonly clock: 'first_answer' | 'completion';
  readonly from: Day;
  readonly to: Day;
};

/** @param before @param after the clocks of one complaint */
export function movedClocks(before: Clocks, after: Clocks): readonly MovedClock[] {
  const moved = (clock: MovedClock['clock'], now: Clock | null, then: Clock | null): MovedClock[] => {
    const [from, to] = [then?.dueDay ?? null, now?.dueDay ?? null];
    if (now?.stopped !== null || from === null || to === null || from === to) return [];
    return [{ clock, from, to }];
  };
  return [
    ...moved('first_answer', after.firstAnswer, before.firstAnswer),
    ...moved('completion', after.completion, before.completion),
  ];
}

/** The days off that a new table has and the old one had not, and those that it has no more; in order. */
export function changedHolidays(
  before: HolidayTable,
  after: HolidayTable,
): { readonly added: readonly Holiday[]; readonly removed: readonly Holiday[] } {
  const without = (table: HolidayTable, other: HolidayTable): readonly Holiday[] => {
    const known = new Set(daysOf(other).map(({ day }) => day));
    return daysOf(table).filter(({ day }) => !known.has(day));
  };
  return { added: without(after, before), removed: without(before, after) };
}

function daysOf({ years }: HolidayTable): readonly Holiday[] {
  return years.flatMap(({ holidays }) => holidays).sort((a, b) => (a.day < b.day ? -1 : 1));
}
