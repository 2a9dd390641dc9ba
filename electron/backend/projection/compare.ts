import type { FeedDigest } from '#shared/contract/central/central.ts';
import { isSame } from '../store/cache/digest.ts';
import { fromTheStart } from './apply-page.ts';
import type { Stores } from './stores.ts';

/** What a pull from the start does not mend is met with another one after this time, ms. */
const REPAIR_EVERY_MS = 86_400_000;

/**
 * Compares this PC with the central service when the feed's end was reached. They are the same when what they
 * hold is, and when nothing waits here. A difference is looked at a second time before it counts: an answer
 * that was read ahead may be older than what came with a refusal since.
 */
export function comparison(stores: Stores) {
  const { cache, journal } = stores;
  const isHeld = (digest: FeedDigest): boolean => {
    const own = cache.complaints.digest();
    return own === null || isSame(own, digest);
  };
  /** The last look found a difference. */
  let differed = false;
  /**
   * @param digest what the central service holds; null: there is no other side
   * @param now ms since 1970
   * @returns whether to ask for the feed again at once
   */
  return (digest: FeedDigest | null, now: number): boolean => {
    if (digest !== null && !isHeld(digest)) {
      differed = !differed;
      return differed || repair(stores, now);
    }
    differed = false;
    if (cache.feed().repairedAt !== null) cache.write((writer) => writer.setFeed({ repairedAt: null }));
    if (journal.commands.counts().anything > 0) return false;
    cache.write((writer) => writer.setFeed({ lastSyncedAt: new Date(now).toISOString() }));
    return false;
  };
}

/** Begins to pull everything anew. False: that was done a short time ago. */
function repair(stores: Stores, now: number): boolean {
  const { cache, journal } = stores;
  const { repairedAt } = cache.feed();
  if (repairedAt !== null && repairedAt <= now && now < repairedAt + REPAIR_EVERY_MS) return false;
  journal.write(() => journal.log(now, { event: 'differs' }));
  cache.write((writer) => writer.setFeed({ ...fromTheStart(stores), repairedAt: now }));
  return true;
}
