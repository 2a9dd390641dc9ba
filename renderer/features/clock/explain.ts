import type { Clock } from '#shared/domain/clocks.ts';
import { holidaysOnTheWay } from '#shared/domain/ruler.ts';
import { addWorkingDays } from '#shared/domain/working-days.ts';
import { dayAndMonth, shortDay } from '../../app/format.ts';
import type { WordsContext } from './words.ts';

/** More holidays than this are counted, not named: the sentence stays one that can be read. */
const NAMED_HOLIDAYS = 5;

/** How a due day came about, for an officer who asks: the arithmetic, the rule, its source, and what is not certain. */
export type Explanation = {
  readonly arithmetic: string;
  readonly rule: string;
  readonly source: string;
  /** What the officer must know before trusting the day: an estimate, an unknown disposition. */
  readonly caveats: readonly string[];
};

export function explainClock(clock: Clock, context: WordsContext): Explanation {
  const { t, language, calendar } = context;
  const days = clock.rule.workingDays;
  const start = t(`deadline.start.${clock.startBasis}`, { day: shortDay(clock.startDay, language) });
  const due = shortDay(clock.dueDay, language);
  const skipped = skippedWords(clock, context);
  const arithmetic =
    days === 1
      ? t('deadline.arithmetic_single', { start, due, skipped })
      : t('deadline.arithmetic', {
          start,
          first: shortDay(addWorkingDays(calendar, clock.startDay, 1), language),
          skipped,
          count: days,
          due,
        });
  return {
    arithmetic,
    rule: t('deadline.rule', { rule: t(`deadline.rule_name.${clock.rule.limit}`), days }),
    source: t('deadline.source', {
      strength: t(`deadline.strength.${clock.rule.strength}`),
      source: clock.rule.source,
    }),
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

function skippedWords(clock: Clock, { t, calendar }: WordsContext): string {
  const holidays = holidaysOnTheWay(calendar, clock.startDay, clock.dueDay);
  if (holidays.length === 0) return '';
  const names = holidays
    .slice(0, NAMED_HOLIDAYS)
    .map((holiday) => `${dayAndMonth(holiday.day)} ${holiday.name}`);
  const rest = holidays.length - names.length;
  if (rest > 0) names.push(t('deadline.more_holidays', { count: rest }));
  return t('deadline.skipped', { holidays: names.join(', ') });
}
