import { type ChangesPage, isReadable } from '#shared/contract/central/central.ts';
import { bucketOf, isClosed } from '#shared/domain/complaint/status.ts';
import { type News, nameOf } from '#shared/domain/news/news.ts';
import type { CacheStore } from '../store/cache/cache-store.ts';

/**
 * What a page of the feed brings that an officer wants to hear of. To be asked before the page is taken. A
 * pull from the start brings none.
 */
export function newsIn(
  { changes, epoch }: ChangesPage,
  { feed, complaints }: Pick<CacheStore, 'feed' | 'complaints'>,
): News[] {
  if (feed().epoch !== epoch || feed().loading !== null) return [];
  return changes.filter(isReadable).flatMap((change): News[] => {
    if (change.type !== 'upsert') return [];
    const { complaint } = change;
    const known = complaints.find(complaint.id)?.revision ?? null;
    if (known === null) {
      const { bucket } = bucketOf(complaint.rawStatus);
      return isClosed(bucket) ? [] : [{ ...nameOf(complaint), kind: 'disposition' }];
    }
    const isNew = complaint.timeline.some(
      ({ kind, revision }) => kind === 'reporter_reply' && revision > known,
    );
    // Of one that only this PC had so far (revision 0) everything is new, and nothing is news.
    return isNew && known > 0 ? [{ ...nameOf(complaint), kind: 'reply' }] : [];
  });
}
