import type { SearchAnswer } from '#shared/contract/window/queue.ts';
import { count } from '../../words/format.ts';
import type { Language, Translate } from '../../words/i18n.ts';

/** How many complaints were found, and whether others were not even looked at. */
export function countWords({ hits, more, among }: SearchAnswer, t: Translate, language: Language): string {
  const found = t('search.count', { count: hits.length });
  if (among !== undefined) {
    return t(`search.among.${among.order}`, { found, count: count(among.count, language) });
  }
  return more ? t('search.more', { count: count(hits.length, language) }) : found;
}
