import { addDays, type Day } from '#shared/domain/calendar/day.ts';
import type { WorkingCalendar } from '#shared/domain/calendar/working-days.ts';
import { type Clock, workingDaysLeft } from '#shared/domain/deadlines/clocks.ts';
import { urgencyLimits, urgencyOf } from '#shared/domain/deadlines/urgency.ts';
import type { DatedWords } from './i18n.ts';

/** How a deadline is coloured: late and soon alone have a colour, always with an icon and words. */
export type Tone = 'late' | 'soon' | 'fine';

export type ClockWords = { readonly tone: Tone; readonly text: string };

export type WordsContext = DatedWords & { readonly calendar: WorkingCalendar };

/** A due day in the fewest words, for a row: "besok", "3 hari kerja lagi", "terlambat 2 hari kerja". */
export function dueWords(dueDay: Day, context: WordsContext): ClockWords {
  return wordsOf(dueDay, context, '');
}

/** The same as a sentence, for the card of a clock: "jatuh tempo besok". */
export function dueSentence(dueDay: Day, context: WordsContext): ClockWords {
  return wordsOf(dueDay, context, 'due_');
}

function wordsOf(dueDay: Day, context: WordsContext, form: '' | 'due_'): ClockWords {
  const { t, calendar, today, weekdayLong, shortDay } = context;
  if (dueDay === today) return { tone: 'soon', text: t(`clock.${form}today`) };
  if (dueDay === addDays(today, 1)) return { tone: 'soon', text: t(`clock.${form}tomorrow`) };
  const left = workingDaysLeft(calendar, dueDay, today);
  if (left === 1) {
    return { tone: 'soon', text: t(`clock.${form}next`, { weekday: weekdayLong(dueDay) }) };
  }
  const urgency = urgencyOf(dueDay, urgencyLimits(calendar, today));
  if (urgency !== 'late') {
    return { tone: urgency === 'soon' ? 'soon' : 'fine', text: t('clock.left', { count: left }) };
  }
  // Due on Friday, looked at on Saturday: late, and yet by no working day.
  const past = left === 0 ? t('clock.past', { day: shortDay(dueDay) }) : t('clock.late', { count: -left });
  return { tone: 'late', text: past };
}

/** How a clock that stands still came to its end. */
export function stoppedWords(clock: Clock, { t }: WordsContext): string {
  if (clock.name === 'completion') return t('deadline.finished');
  const workingDay = clock.stopped?.workingDay ?? null;
  // A disposition that was recorded after the answer gives no day worth saying.
  if (workingDay === null || workingDay < 0) return t('deadline.answered');
  return workingDay === 0
    ? t('deadline.answered_same_day')
    : t('deadline.answered_on', { count: workingDay });
}
