import { addDays } from '#shared/domain/calendar/day.ts';
import type { Clock } from '#shared/domain/deadlines/clocks.ts';
import type { Pause } from '#shared/domain/deadlines/pauses.ts';
import { holidaysOnTheWay, rulerDays } from '#shared/domain/deadlines/ruler.ts';
import type { WordsContext } from '../../words/clock-words.ts';
import { dayAndMonth } from '../../words/format.ts';

/** More holidays than this are counted, not named: the sentence stays one that can be read. */
const NAMED_HOLIDAYS = 5;

/** How a due day came about: the arithmetic, the rule, its source, and what is not certain. */
export function explainClock(clock: Clock, context: WordsContext) {
  const { t } = context;
  const days = clock.rule.workingDays;
  return {
    arithmetic: arithmeticOf(clock, context),
    rule: t('deadline.rule', { rule: t(`deadline.rule_name.${clock.rule.limit}`), days }),
    source: t('deadline.source', {
      strength: t(`deadline.strength.${clock.rule.strength}`),
      source: clock.rule.source,
    }),
    /** What the officer must know before trusting the day: an estimate, an unknown disposition. */
    caveats: [
      ...(clock.estimateYear === null
        ? []
        : [t('deadline.estimate_sentence', { year: String(clock.estimateYear) })]),
      ...(clock.startBasis === 'received' && clock.rule.startEvent === 'dispositioned'
        ? [t('deadline.no_disposition')]
        : []),
    ],
  };
}

function arithmeticOf(clock: Clock, context: WordsContext): string {
  const { t, calendar, shortDay } = context;
  const { workingDays } = clock.rule;
  const start = t(`deadline.start.${clock.startBasis}`, { day: shortDay(clock.startDay) });
  const skipped = skippedWords(clock, context);
  const waits = clock.pauses.map((pause) => pauseWords(pause, context)).join('');
  if (clock.dueDay === null) return t('deadline.arithmetic_waiting', { start, waits, count: workingDays });
  const due = shortDay(clock.dueDay);
  if (workingDays === 1) return t('deadline.arithmetic_single', { start, due, skipped: waits + skipped });
  const first = rulerDays(calendar, clock, clock.dueDay).find(({ count }) => count === 1);
  return t('deadline.arithmetic', {
    start,
    first: first === undefined ? '' : shortDay(first.day),
    skipped: skipped + waits,
    count: workingDays,
    due,
  });
}

function pauseWords({ cause, since, until }: Pause, { t, shortDay }: WordsContext): string {
  const from = shortDay(addDays(since, 1));
  return until === null
    ? t(`deadline.waits_since.${cause}`, { from })
    : t(`deadline.waited.${cause}`, { from, to: shortDay(until) });
}

function skippedWords(clock: Clock, { t, calendar }: WordsContext): string {
  const holidays = holidaysOnTheWay(calendar, clock);
  if (holidays.length === 0) return '';
  const names = holidays
    .slice(0, NAMED_HOLIDAYS)
    .map((holiday) => `${dayAndMonth(holiday.day)} ${holiday.name}`);
  const rest = holidays.length - names.length;
  if (rest > 0) names.push(t('deadline.more_holidays', { count: rest }));
  return t('deadline.skipped', { holidays: names.join(', ') });
}
