import type { SimilarComplaint } from '#shared/contract/window/similar.ts';
import { type Day, dayNumber, dayOrNull } from '#shared/domain/calendar/day.ts';
import { inLine } from './direction.ts';
import type { Translate } from './i18n.ts';

/** Why another complaint may be the same: "sama: jalan rusak · desa/kelurahan sama · 3 hari sesudahnya". */
export function similarWords(
  { reasons, receivedAt }: Pick<SimilarComplaint, 'reasons' | 'receivedAt'>,
  subjectReceivedAt: string,
  t: Translate,
): string {
  const { words, place } = reasons;
  return inLine([
    ...(words.length === 0 ? [] : [t('similar.words', { words: words.join(', ') })]),
    ...(place === null ? [] : [t(`similar.${place}`)]),
    ...timeWords(dayOrNull(receivedAt), dayOrNull(subjectReceivedAt), t),
  ]);
}

/** Nothing where one of them is not known yet: the copy of the complaints may be on its way. */
function timeWords(day: Day | null, subjectDay: Day | null, t: Translate): readonly string[] {
  if (day === null || subjectDay === null) return [];
  const days = dayNumber(day) - dayNumber(subjectDay);
  if (days === 0) return [t('similar.same_day')];
  return [days < 0 ? t('similar.before', { count: -days }) : t('similar.after', { count: days })];
}
