import type { Day } from '#shared/domain/calendar/day.ts';
import { workingDaysBetween } from '#shared/domain/calendar/working-days.ts';
import type { Clock } from '#shared/domain/deadlines/clocks.ts';
import { countedBy } from '#shared/domain/deadlines/pauses.ts';
import type { WordsContext } from '../../words/clock-words.ts';

/**
 * Whether a day that the officer would promise keeps the rule, in a sentence. Null: nothing can be promised,
 * because the day is over, or the clock has stopped or waits without end.
 */
export function whatIf(clock: Clock, day: Day, context: WordsContext): string | null {
  const { t, calendar, today, shortDay } = context;
  const { dueDay, startDay, pauses, rule, stopped } = clock;
  if (stopped !== null || dueDay === null || day <= today) return null;
  const words = { day: shortDay(day), due: shortDay(dueDay), limit: rule.workingDays };
  if (day > dueDay) {
    const count = workingDaysBetween(calendar, dueDay, day);
    return count === 0
      ? t('deadline.what_if.just_late', words)
      : t('deadline.what_if.late', { ...words, count });
  }
  const counted = countedBy(calendar, startDay, pauses, day);
  const left = rule.workingDays - counted;
  return left === 0
    ? t('deadline.what_if.last', words)
    : t('deadline.what_if.kept', { ...words, counted, count: left });
}
