import type { Morning } from '#shared/contract/window/morning.ts';
import { addDays } from '#shared/domain/calendar/day.ts';
import { dueSentence, type WordsContext } from '../../words/clock-words.ts';
import { formatsOf } from '../../words/format.ts';

/** Why a complaint comes first, in one sentence: "Jawaban pertama terlambat 3 hari kerja, sejak Rab 2/9." */
export function whyWords(why: Morning['first'][number]['why'], context: WordsContext): string {
  const { t, today, longDay, shortDay } = context;
  if (why.reason === 'replied') {
    const when =
      why.day === today
        ? t('clock.today')
        : why.day === addDays(today, -1)
          ? t('morning.when_yesterday')
          : t('morning.when_day', { day: shortDay(why.day) });
    return t('morning.why_replied', { when });
  }
  const clock = t(`deadline.${why.clock}`);
  const said = dueSentence(why.day, context).text;
  return t('morning.why_due', { clock, said, day: longDay(why.day) });
}

/** Part of the day in WIB; the first look of a day may be taken after lunch. */
export function greeting(now: Date): 'morning' | 'midday' | 'afternoon' | 'evening' {
  const hour = Number(formatsOf('en').timeOf(now.toISOString()).slice(0, 2));
  if (hour >= 4 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 15) return 'midday';
  return hour >= 15 && hour < 18 ? 'afternoon' : 'evening';
}
