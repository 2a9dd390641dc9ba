import { dayOf } from '#shared/domain/calendar/day.ts';
import { mediumDay, timeOf } from '../../words/format.ts';
import type { Language, Translate } from '../../words/i18n.ts';

/** "tempelan 25 Nov 2026 14.05": a pasted picture never had a name. `at`: ms since 1970. */
export function pastedName(at: number, t: Translate, language: Language): string {
  const now = new Date(at).toISOString();
  return t('files.pasted', { day: mediumDay(dayOf(now), '', language), time: timeOf(now, language) });
}
