import type { CacheStore } from './cache-store.ts';

/** A cache whose file can be thrown away while it is in use: whoever holds it need not know. */
export type RenewableCache = CacheStore & {
  /** Puts another one in its place, which has nothing in it. */
  readonly renew: () => void;
};

/**
 * @param first the cache as it was opened
 * @param make opens one anew, over a new file. It may throw: then the old one is closed and every call fails
 *   until the next attempt.
 */
export function renewableCache(first: CacheStore, make: () => CacheStore): RenewableCache {
  let present = first;
  const now = (): CacheStore => present;
  return {
    complaints: following(() => now().complaints),
    queue: following(() => now().queue),
    files: following(() => now().files),
    search: (...query) => now().search(...query),
    count: (...query) => now().count(...query),
    arrivals: (...query) => now().arrivals(...query),
    filterValues: (...query) => now().filterValues(...query),
    similarTo: (...query) => now().similarTo(...query),
    linkedTo: (...query) => now().linkedTo(...query),
    searchComplete: () => now().searchComplete(),
    feed: () => now().feed(),
    reference: () => now().reference(),
    write: (work) => now().write(work),
    close: () => now().close(),
    renew: () => {
      present.close();
      present = make();
    },
  };
}

type Functions<T> = { readonly [Name in keyof T]: (...parameters: never[]) => unknown };

/** The functions of whichever object is the present one at the time of the call. */
function following<T extends Functions<T>>(present: () => T): T {
  return new Proxy({} as T, {
    get:
      (_, name) =>
      (...parameters: never[]) =>
        present()[name as keyof T](...parameters),
  });
}
