import { rmSync } from 'node:fs';
import { commit } from '../commit-hook.ts';
import { damageNote } from '../damage.ts';
import { type Db, isDamage, type OpenFailure, openDatabase } from '../open-database.ts';
import { complaintReader, complaintWriter } from './complaints.ts';
import { type FeedStateStore, feedStateStore } from './feed-state.ts';
import { fetchedFiles } from './fetched-files.ts';
import { lookups } from './lookups.ts';
import { queueReader } from './queue-query.ts';
import { referenceTable } from './reference-table.ts';
import { prepareSchema } from './schema.ts';
import { searchReader } from './search.ts';
import { type SearchIndex, searchIndex } from './search-index.ts';
import { searchTerms } from './search-terms.ts';
import { similarReader } from './similar.ts';

export type CacheStore = ReturnType<typeof cacheStore>;
/** Only to be had inside `CacheStore.write`. */
export type CacheWriter = ReturnType<typeof cacheWriter>;

export type CacheOpened =
  /** `rebuilt`: the old file could not be used, and is gone: it was damaged, or of another version. */
  | { readonly ok: true; readonly cache: CacheStore; readonly rebuilt: 'damaged' | 'other_version' | null }
  | { readonly ok: false; readonly code: OpenFailure };

/** Opens the cache; one that cannot be used is deleted, because everything in it can be pulled again. */
export function openCache(path: string, key: Uint8Array): CacheOpened {
  const usable = damageNote(path).noted() ? 'damaged' : openUsable(path, key);
  if (typeof usable === 'string') return replaceCache(path, key, usable);
  return { ok: true, cache: usable, rebuilt: null };
}

function replaceCache(path: string, key: Uint8Array, rebuilt: 'damaged' | 'other_version'): CacheOpened {
  removeCache(path);
  const opened = openDatabase(path, key, 'cache');
  if (!opened.ok) return opened;
  try {
    prepareSchema(opened.db);
    return { ok: true, cache: cacheStore(opened.db), rebuilt };
  } catch (error) {
    opened.db.close();
    throw error;
  }
}

/** @throws where the disk takes none */
export function makeCache(path: string, key: Uint8Array): CacheStore {
  const made = replaceCache(path, key, 'damaged');
  if (!made.ok) throw new Error(`the cache cannot be made: ${made.code}`);
  return made.cache;
}

/** Makes an empty one beside it, and takes it away. @throws where the disk takes none */
export function tryOutCache(path: string, key: Uint8Array): void {
  const beside = `${path}.new`;
  try {
    makeCache(beside, key).close();
  } finally {
    removeCache(beside);
  }
}

/** Everything in it can be pulled again. @throws where the disk takes no change */
export function removeCache(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '.damaged']) rmSync(path + suffix, { force: true });
}

/** Damage may be met at any step of this: a page of the full-text index only when a statement names it. */
function openUsable(path: string, key: Uint8Array): CacheStore | 'damaged' | 'other_version' {
  const opened = openDatabase(path, key, 'cache');
  if (!opened.ok) return 'damaged';
  const { db } = opened;
  try {
    if (prepareSchema(db)) return cacheStore(db);
    db.close();
    return 'other_version';
  } catch (error) {
    db.close();
    if (isDamage(error)) return 'damaged';
    throw error;
  }
}

/**
 * What the central service said, with what the officer sees of it in lists: drafts and predictions are in the
 * facts of the queue, and complaints that only the journal knows have a place.
 */
function cacheStore(db: Db) {
  const feed = feedStateStore(db);
  const terms = searchTerms(db);
  const index = searchIndex(db, feed, terms);
  const writer = cacheWriter(db, feed, index);
  return {
    complaints: complaintReader(db),
    queue: queueReader(db),
    ...searchReader(db, terms),
    searchComplete: index.complete,
    similarTo: similarReader(db),
    ...lookups(db),
    feed: feed.get,
    reference: referenceTable(db).get,
    files: fetchedFiles(db),
    /** One transaction: all of it or nothing. */
    write: <T>(work: (writer: CacheWriter) => T): T =>
      commit(db, () => {
        index.begin();
        const done = work(writer);
        index.end();
        return done;
      }),
    close: () => {
      db.close();
    },
  };
}

function cacheWriter(db: Db, feed: FeedStateStore, index: SearchIndex) {
  const { set: setReference, dropOlder: dropOlderReference } = referenceTable(db);
  return {
    complaints: complaintWriter(db, index),
    index: { grow: index.grow, join: index.join },
    setFeed: feed.set,
    setReference,
    dropOlderReference,
    /** Deletes all that the central service said. */
    clear: () => {
      index.reset();
      db.exec(
        'DELETE FROM complaint; DELETE FROM category_path; DELETE FROM fetched_file; DELETE FROM reference;',
      );
    },
  };
}
