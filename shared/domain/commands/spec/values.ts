import { type Day, dayOf, isRealDay } from '../../calendar/day.ts';
import type { RefusalCode } from './refusal-codes.ts';

/** UTF-16 units of a label, and of the name of a sub-unit. */
export const MAX_NAME = 60;

export function isName(name: string): boolean {
  const trimmed = name.trim();
  return trimmed !== '' && trimmed.length <= MAX_NAME;
}

/** Refuses a day that was past or no day at all when it was chosen: the command may arrive days later. */
export function refusalOfFutureDay(day: Day | null, composedAt: string): RefusalCode | null {
  return day === null || (isRealDay(day) && day > dayOf(composedAt)) ? null : 'bad_value';
}
