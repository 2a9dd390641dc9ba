import type { SearchAnswer } from '#shared/contract/window/queue.ts';
import type { SearchFilter } from '#shared/domain/text/search-query.ts';
import type { DatedWords, Words } from '../../words/i18n.ts';

/** A filter as it was understood: "masuk 1 Feb sampai 13 Feb". */
export function filterWords(filter: SearchFilter, { t, mediumDay }: DatedWords): string {
  switch (filter.field) {
    case 'anonymous':
    case 'confidential':
    case 'overdue':
    case 'unread':
      return t(`search.filter.${filter.field}`);
    case 'status':
      return t('search.filter.status', { value: t(`status.${filter.value}`) });
    case 'received': {
      const [from, to] = [filter.from, filter.to].map((day) => (day === null ? null : mediumDay(day)));
      if (from == null) return t('search.filter.received_to', { day: to ?? '' });
      if (to == null) return t('search.filter.received_from', { day: from });
      if (from === to) return t('queue.received', { day: from });
      return t('search.filter.received_between', { from, to });
    }
    default:
      return t(`search.filter.${filter.field}`, { value: filter.value });
  }
}

/** How many complaints were found, and whether others were not even looked at. */
export function countWords({ hits, more, among }: SearchAnswer, { t, count }: Words): string {
  const found = t('search.count', { count: hits.length });
  if (among !== undefined) {
    return t(`search.among.${among.order}`, { found, count: count(among.count) });
  }
  return more ? t('search.more', { count: count(hits.length) }) : found;
}
