import { type CacheStore, makeCache, tryOutCache } from './cache-store.ts';

export type RenewableCache = ReturnType<typeof renewableCache>;

/**
 * A cache whose file can be replaced while others hold it. Its members are those of whichever cache is in
 * use, so they are to be asked for at each call.
 * @param first the cache as it was opened
 */
export function renewableCache(first: CacheStore, path: string, key: Uint8Array) {
  const cache = {
    ...first,
    /** Puts an empty one in its place. @throws where the disk takes none: then the old one stays in use */
    renew: (): void => {
      tryOutCache(path, key);
      cache.close();
      Object.assign(cache, makeCache(path, key));
    },
  };
  return cache;
}
