import { rmSync } from 'node:fs';
import { MOST_TOGETHER } from '#shared/contract/window/bulk.ts';
import { commit } from '../commit-hook.ts';
import { damageNote } from '../damage.ts';
import { type Db, isDamage, type OpenFailure, openDatabase } from '../open-database.ts';
import { type Arrivals, arrivals } from './arrivals.ts';
import {
  type ComplaintReader,
  type ComplaintWriter,
  complaintReader,
  complaintWriter,
} from './complaints.ts';
import { type FeedState, feedStateStore } from './feed-state.ts';
import { type FetchedFiles, fetchedFiles } from './fetched-files.ts';
import { type FilterValues, filterValues } from './filter-values.ts';
import { type LinkedTo, linkedTo } from './linked.ts';
import { type QueueReader, queueReader } from './queue-query.ts';
import { type ReferenceTable, referenceTable } from './reference-table.ts';
import { prepareSchema } from './schema.ts';
import { type SearchReader, searchReader } from './search.ts';
import { type SearchIndex, searchIndex } from './search-index.ts';
import { nearbyWords } from './search-nearby.ts';
import { searchTerms } from './search-terms.ts';
import { type SimilarReader, similarReader } from './similar.ts';

/**
 * What the central service said, with what the officer sees of it in lists: drafts and predictions are in the
 * facts of the queue, and complaints that only the journal knows have a place.
 */
export type CacheReader = {
  readonly complaints: ComplaintReader;
  readonly queue: QueueReader;
  readonly search: SearchReader['search'];
  readonly count: SearchReader['count'];
  readonly filterValues: FilterValues;
  readonly arrivals: Arrivals;
  readonly searchComplete: () => boolean;
  readonly similarTo: SimilarReader['similarTo'];
  readonly linkedTo: LinkedTo;
  readonly feed: () => FeedState;
  readonly reference: ReferenceTable['get'];
};

/** Only to be had inside `CacheStore.write`. */
export type CacheWriter = {
  readonly complaints: ComplaintWriter;
  readonly index: SearchIndex;
  readonly setFeed: (patch: Partial<FeedState>) => void;
  readonly setReference: ReferenceTable['set'];
  /** Every complaint goes, at once. */
  readonly clear: () => void;
};

export type CacheStore = CacheReader & {
  /** One transaction: all of it or nothing. */
  readonly write: <T>(work: (writer: CacheWriter) => T) => T;
  readonly files: FetchedFiles;
  readonly close: () => void;
};

export type CacheOpened =
  /** `rebuilt`: the old file could not be used, and is gone: it was damaged, or of another version. */
  | { readonly ok: true; readonly cache: CacheStore; readonly rebuilt: 'damaged' | 'other_version' | null }
  | { readonly ok: false; readonly code: OpenFailure };

/** Opens the cache; one that cannot be used is deleted, because everything in it can be pulled again. */
export function openCache(path: string, key: Uint8Array): CacheOpened {
  const first = damageNote(path).noted() ? 'damaged' : openUsable(path, key);
  if (typeof first !== 'string') return { ok: true, cache: cacheStore(first), rebuilt: null };
  return replaceCache(path, key, first);
}

/** Throws the file away and makes another one. */
export function replaceCache(
  path: string,
  key: Uint8Array,
  rebuilt: 'damaged' | 'other_version',
): CacheOpened {
  for (const suffix of ['', '-wal', '-shm', '.damaged']) rmSync(path + suffix, { force: true });
  const opened = openDatabase(path, key, 'cache');
  if (!opened.ok) return opened;
  prepareSchema(opened.db);
  return { ok: true, cache: cacheStore(opened.db), rebuilt };
}

function openUsable(path: string, key: Uint8Array): Db | 'damaged' | 'other_version' {
  const opened = openDatabase(path, key, 'cache');
  if (!opened.ok) return 'damaged';
  const { db } = opened;
  try {
    if (prepareSchema(db)) return db;
  } catch (error) {
    if (!isDamage(error)) {
      db.close();
      throw error;
    }
    db.close();
    return 'damaged';
  }
  db.close();
  return 'other_version';
}

function cacheStore(db: Db): CacheStore {
  const feed = feedStateStore(db);
  const reference = referenceTable(db);
  const terms = searchTerms(db);
  const index = searchIndex(db, feed, terms);
  const search = searchReader(db, terms, nearbyWords(db));
  const writer: CacheWriter = {
    complaints: complaintWriter(db),
    index,
    setFeed: feed.set,
    setReference: reference.set,
    clear: () => {
      index.reset();
      db.exec('DELETE FROM complaint; DELETE FROM category_path; DELETE FROM fetched_file;');
    },
  };
  return {
    complaints: complaintReader(db),
    queue: queueReader(db),
    search: search.search,
    count: search.count,
    filterValues: filterValues(db),
    arrivals: arrivals(db),
    searchComplete: index.complete,
    similarTo: similarReader(db).similarTo,
    linkedTo: linkedTo(db, MOST_TOGETHER),
    feed: feed.get,
    reference: reference.get,
    files: fetchedFiles(db),
    write: (work) =>
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
