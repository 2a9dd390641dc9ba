import { join } from 'node:path';
import type { StartFailure } from '#shared/contract/process/backend-process.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import { type KeyRead, readOrCreateKey } from '../keys/key-file.ts';
import { reconcileAfterCrash } from '../projection/apply-page.ts';
import { keepOnlyOwnAgency } from '../projection/own-agency.ts';
import { reconcile, type Stores, storesOf } from '../projection/stores.ts';
import { noteCacheRebuilt } from '../recovery/rebuild-damaged-cache.ts';
import { openOrRestoreJournal } from '../recovery/restore-journal.ts';
import { type CacheOpened, openCache } from '../store/cache/cache-store.ts';
import { type RenewableCache, renewableCache } from '../store/cache/renewable-cache.ts';
import type { DamageNote } from '../store/damage.ts';
import { ignoreStorageProblem, storageProblemOf } from '../store/open-database.ts';

/** The backend cannot start; nothing was changed. */
export class BackendStartError extends Error {
  readonly code: StartFailure;
  constructor(code: StartFailure, options?: ErrorOptions) {
    super(`the backend cannot start: ${code}`, options);
    this.code = code;
  }
}

export const CACHE_FILE = 'cache.db';

const CODES = {
  no_access: 'no_access',
  key_wrong: 'key_wrong',
  not_readable: 'journal_not_readable',
  newer_version: 'journal_newer_version',
} as const;

/** `behind`: the disk takes nothing, so that the queue may be behind the journal. */
type Reconciled = { readonly stores: Stores; readonly cache: RenewableCache; readonly behind: boolean };

/**
 * Opens both stores and brings them in line with each other. Damage found meanwhile leads to a second try:
 * the first one took the mark of the journal, so the second checks all of it, and the cache is made anew.
 * @throws BackendStartError
 */
export function openReconciled(
  dataDir: string,
  log: Log,
  clock: Clock,
  damage: DamageNote,
  again = true,
): Reconciled {
  const { cache, journal } = openStores(dataDir, log, clock);
  try {
    const stores = storesOf(cache, journal);
    // Where it takes nothing, the officer can still read.
    const code = ignoreStorageProblem(() => {
      keepOnlyOwnAgency(stores);
      putRight(stores, clock.now());
    });
    if (code !== null) log.warn({ code }, 'the disk takes nothing: the queue may be behind the journal');
    return { stores, cache, behind: code !== null };
  } catch (error) {
    const damaged = damage.note(error);
    if (damaged) journal.suspect();
    cache.close();
    journal.close();
    if (storageProblemOf(error) !== null) throw new BackendStartError('no_access');
    if (!damaged || !again) throw error;
    return openReconciled(dataDir, log, clock, damage, false);
  }
}

/** Brings the cache in line with the journal, more thoroughly after a crash. */
export function putRight(stores: Stores, now: number): void {
  if (!stores.journal.endedInPeace) reconcileAfterCrash(stores, now);
  reconcile(stores);
}

function openStores(dataDir: string, log: Log, clock: Clock) {
  const read = keyIfAccess(dataDir);
  if (!read.ok) throw new BackendStartError(read.code);
  const { key } = read;
  const path = join(dataDir, CACHE_FILE);
  const journal = openOrRestoreJournal(join(dataDir, 'journal.db'), key, clock.now(), [path]);
  if (!journal.ok) throw new BackendStartError(CODES[journal.code]);
  for (const { code } of journal.journal.notices.all()) log.warn({ code }, 'the officer has yet to read it');
  const cache = openCacheIfRoom(path, key);
  if (!cache.ok) {
    journal.journal.close();
    throw new BackendStartError('no_access');
  }
  if (cache.rebuilt !== null) log.warn({ why: cache.rebuilt }, 'the cache is pulled again');
  if (cache.rebuilt === 'damaged') noteCacheRebuilt(journal.journal, clock.now());
  return { journal: journal.journal, cache: renewableCache(cache.cache, path, key) };
}

function keyIfAccess(dataDir: string): KeyRead {
  try {
    return readOrCreateKey(dataDir);
  } catch {
    // A disk that is full or write-protected, or a folder of somebody else.
    return { ok: false, code: 'no_access' };
  }
}

function openCacheIfRoom(path: string, key: Uint8Array): CacheOpened {
  try {
    return openCache(path, key);
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    return { ok: false, code: 'no_access' };
  }
}
