import { resentSince } from './apply-page.ts';
import type { Stores } from './stores.ts';

/** Lines of the log that are read: many more steps than the cache keeps in its write-ahead log (4 MB). */
const LAST_STEPS = 1_000;

/**
 * A power cut takes the last commits of the cache and none of the journal. The cache then shows drafts and
 * commands as they were, and has lost a part of the feed. The queue's columns of the complaints concerned are
 * computed again, and what the central service has accepted stays visible until the feed brings it once more.
 * @param now ms since 1970
 */
export function reconcileAfterCrash(stores: Stores, now: number): void {
  const { cache, journal } = stores;
  journal.write(() => journal.commands.returnFeed(cache.feed().seq, resentSince(now)));
  stores.refresh(new Set([...cache.complaints.drafted(), ...journal.lastTouched(LAST_STEPS)]));
}
