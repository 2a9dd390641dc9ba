import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { RenewableCache } from '../store/cache/renewable-cache.ts';
import type { DamageNote } from '../store/damage.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { ignoreStorageProblem, isDamage } from '../store/open-database.ts';

/** A second time within this, ms, is a disk that fails: it is not written to again and again. */
const NOT_AGAIN_MS = 600_000;

/** Tells the officer and the log. A disk that is full takes neither; the cache is new all the same. */
export function noteCacheRebuilt(journal: JournalStore, now: number): void {
  ignoreStorageProblem(() =>
    journal.write(() => {
      journal.notices.put({ code: 'cache_rebuilt', at: new Date(now).toISOString() });
      journal.log(now, { event: 'cache_rebuilt' });
    }),
  );
}

type RebuildPorts = {
  readonly cache: RenewableCache;
  readonly journal: JournalStore;
  readonly damage: DamageNote;
  readonly clock: Clock;
  readonly log: Log;
  /** The cache is empty now: everything derived is to be made again, and the feed pulled. */
  readonly renewed: () => void;
};

/**
 * Answers what is done about an error of a store while the officer works. Damage is noted for the next start.
 * If the journal is whole, it is the cache that is damaged: it is thrown away and pulled again at once;
 * nothing of the officer's is in it. A damaged journal is restored at the next start.
 */
export function createCacheRebuilder(ports: RebuildPorts): (error: unknown) => void {
  const { cache, journal, damage, clock, log } = ports;
  let rebuiltAt: number | null = null;
  let justNow = false;
  return (error) => {
    // Of several questions that met the damage at once the first has put a new cache in its place. The errors
    // of the others arrive before the next turn, and tell of the old one.
    if (justNow && isDamage(error)) return;
    if (!damage.note(error)) return;
    journal.suspect();
    const now = clock.now();
    const lately = rebuiltAt !== null && Math.abs(now - rebuiltAt) < NOT_AGAIN_MS;
    if (lately || !journal.isWhole()) {
      log.error({ lately }, 'a file is damaged: the next start checks the journal and pulls the cache again');
      return;
    }
    try {
      cache.renew();
      rebuiltAt = now;
      justNow = true;
      setImmediate(() => {
        justNow = false;
      });
      noteCacheRebuilt(journal, now);
      ports.renewed();
      log.warn({}, 'the cache was damaged and is pulled again');
    } catch (failure) {
      // A full disk, for instance: the next damage that is met tries it again.
      log.error({ err: failure }, 'the damaged cache could not be replaced');
    }
  };
}
