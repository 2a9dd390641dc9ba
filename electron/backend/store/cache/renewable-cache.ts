import type { CacheStore } from './cache-store.ts';

export type RenewableCache = ReturnType<typeof renewableCache>;

/**
 * A cache whose file can be replaced while others hold it. Its members are those of whichever cache is in
 * use, so they are to be asked for at each call.
 * @param first the cache as it was opened
 * @param make opens one anew, over a new file. It may throw: then the old one is closed and every call fails
 *   until the next attempt.
 */
export function renewableCache(first: CacheStore, make: () => CacheStore) {
  const cache = {
    ...first,
    /** Puts an empty one in its place. */
    renew: (): void => {
      cache.close();
      Object.assign(cache, make());
    },
  };
  return cache;
}
