import * as z from 'zod';
import type { Holiday, HolidayTable } from '../calendar/working-days.ts';
import { type Data, day } from '../schema.ts';
import type { Clock, Clocks } from './clocks.ts';
import { agencyClock } from './deadline-rules.ts';

/** A running clock that ends on another day under new holidays or rules. */
export const movedClock = z.object({ clock: agencyClock, from: day, to: day });
export type MovedClock = Data<typeof movedClock>;

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
