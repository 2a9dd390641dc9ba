import { createHash } from 'node:crypto';
import { commit } from '../commit-hook.ts';
import { schemaVersion } from '../migrate.ts';
import type { Db } from '../open-database.ts';
import { COMPLAINT_COLUMNS } from './complaint-columns.ts';
import { RANK_CLOSED } from './facts.ts';
import { FEED_COLUMNS } from './feed-state.ts';
import { FILTER_LISTS, LISTED_COLUMNS, QUEUE_LISTS } from './queue-lists.ts';

/** Raised when a column means something else than before. */
const MEANING = 1;

/** Gives a new cache its tables. Answers whether the cache has the schema of this program. */
export function prepareSchema(db: Db): boolean {
  if (schemaVersion(db) === 0) {
    commit(db, () => {
      db.exec(SCHEMA);
      db.pragma(`user_version = ${CACHE_VERSION}`);
    });
  }
  return schemaVersion(db) === CACHE_VERSION;
}

/**
 * Complaints stand in the order of their arrival, and `receivedNo` grows with the time of receipt. When they
 * stood in the order of receipt, nearly each new one rewrote a page among the others: at 50,000 complaints
 * the first load wrote 1.3 GB instead of 0.3 GB and took 145 µs of processor time for a complaint instead of
 * 63.
 *
 * The columns from `ours` on are derived from the complaint as the officer sees it. The long texts stand
 * last: a list never reads past the columns before them.
 */
const COMPLAINT = `
  CREATE TABLE category_path (
    id INTEGER PRIMARY KEY,
    joined TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE complaint (${COMPLAINT_COLUMNS}
  ) STRICT;

  CREATE UNIQUE INDEX complaint_received ON complaint (receivedNo);
  CREATE INDEX complaint_generation ON complaint (generation);
  ${Object.values({ ...QUEUE_LISTS, ...FILTER_LISTS })
    .map(({ index, where }) => `CREATE INDEX ${index} ON complaint (rank, receivedNo) WHERE ${where('')};`)
    .join('\n  ')}
  CREATE INDEX complaint_changed ON complaint (changedAt, receivedNo, mark) WHERE ours = 1;
  CREATE INDEX complaint_linked ON complaint (receivedNo) WHERE ours = 1 AND links IS NOT NULL;`;

/**
 * An entry is appended, and only its small index follows the order of the complaints. When the entries
 * themselves stood in that order, nearly each of them rewrote a page of its own: a sixth of all writing of
 * the first load. Most entries have no file, and most complaints no row in `entry_attachment`.
 */
const HISTORY = `
  CREATE TABLE timeline_entry (
    complaintRid INTEGER NOT NULL REFERENCES complaint (rid) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    revision INTEGER NOT NULL,
    authorOfficerId TEXT,
    authorName TEXT NOT NULL,
    authorRole TEXT NOT NULL,
    authorAgencyId TEXT,
    visibility TEXT NOT NULL,
    receipt TEXT,
    text TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (complaintRid, position)
  ) STRICT;

  CREATE TABLE entry_attachment (
    complaintRid INTEGER NOT NULL,
    position INTEGER NOT NULL,
    place INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (complaintRid, position, place),
    FOREIGN KEY (complaintRid, position) REFERENCES timeline_entry (complaintRid, position) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entry_attachment_file ON entry_attachment (sha256);

  CREATE TABLE read_mark (
    complaintRid INTEGER NOT NULL REFERENCES complaint (rid) ON DELETE CASCADE,
    officerId TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (complaintRid, officerId)
  ) STRICT, WITHOUT ROWID;`;

/**
 * The full-text index keeps no positions: every word is searched for by itself, and the index is half as
 * large. It merges its parts later than usual (8 of a size instead of 4: a quarter less time to make it), one
 * of its pages fills a page of the file, and two parts of one size are enough to be joined when there is time
 * for it.
 *
 * Its words are a table of their own, `search_term`. A prefix is turned into its words first: the index then
 * reads newest first and stops, instead of gathering every complaint of every word (measured at 100,000
 * complaints: 1 ms instead of 60 ms for a common word).
 */
const SEARCH = `
  CREATE VIEW complaint_search AS
    SELECT
      rid,
      receivedNo,
      trackingId,
      title,
      originalText,
      CASE WHEN finalText = originalText THEN '' ELSE finalText END AS finalText,
      concat_ws(' ', village, district, regency) AS place,
      coalesce((
        SELECT group_concat(text, char(10)) FROM timeline_entry WHERE complaintRid = rid AND text <> ''
      ), '') AS history
    FROM complaint;

  CREATE VIRTUAL TABLE complaint_fts USING fts5 (
    trackingId, title, originalText, finalText, place, history,
    content = 'complaint_search', content_rowid = 'receivedNo', detail = none,
    tokenize = 'unicode61 remove_diacritics 2'
  );
  INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('automerge', 8), ('pgsz', 8000), ('usermerge', 2);

  CREATE VIRTUAL TABLE complaint_fts_term USING fts5vocab (complaint_fts, row);
  CREATE TABLE search_term (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`;

const LISTS = Object.entries(QUEUE_LISTS);
const LIST_NAMES = LISTS.map(([name]) => name);

/** Adds a row of `complaint` to the counts, or takes it from them. All closed ones share one rank there. */
function counted(row: 'old' | 'new', sign: '+' | '-'): string {
  return `
    INSERT INTO queue_count (rank, ${LIST_NAMES.join(', ')})
    VALUES (
      min(${row}.rank, ${RANK_CLOSED}),
      ${LISTS.map(([, { where }]) => `${sign} (${where(`${row}.`)})`).join(', ')}
    )
    ON CONFLICT (rank) DO UPDATE SET ${LIST_NAMES.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')};`;
}

const countedOf = (row: 'old' | 'new'): string => LISTED_COLUMNS.map((name) => `${row}.${name}`).join(', ');

/**
 * What the queue's headings and badges count is kept per due day by triggers: a count costs the same at a
 * thousand complaints as at a million.
 */
const COUNTS = `
  CREATE TABLE queue_count (
    rank INTEGER PRIMARY KEY,
    ${LIST_NAMES.map((name) => `${name} INTEGER NOT NULL`).join(',\n    ')}
  ) STRICT;
  CREATE TRIGGER complaint_counted AFTER INSERT ON complaint BEGIN ${counted('new', '+')} END;
  CREATE TRIGGER complaint_recounted AFTER UPDATE OF ${LISTED_COLUMNS.join(', ')} ON complaint
    WHEN (${countedOf('old')}) <> (${countedOf('new')})
  BEGIN ${counted('old', '-')} ${counted('new', '+')} END;
  CREATE TRIGGER complaint_discounted AFTER DELETE ON complaint BEGIN ${counted('old', '-')} END;`;

/**
 * Files of complaints that were fetched from the central service, by their SHA-256, their bytes in chunks as
 * they came. They are found from the entries that name them, so that what no complaint names any more can go.
 */
const FILES = `
  CREATE TABLE fetched_file (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    -- Bytes from the start that are here.
    received INTEGER NOT NULL DEFAULT 0,
    -- All are here, and they are the right ones.
    whole INTEGER NOT NULL DEFAULT 0,
    -- ms since 1970: shown then for the last time.
    usedAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX fetched_file_used ON fetched_file (usedAt);
  CREATE TABLE fetched_chunk (
    sha256 TEXT NOT NULL REFERENCES fetched_file (sha256) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256, start)
  ) STRICT;`;

const FEED = `
  CREATE TABLE reference (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    generation INTEGER NOT NULL,
    mark INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE feed (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    ${Object.entries(FEED_COLUMNS)
      .map(([name, declared]) => `${name} ${declared}`)
      .join(',\n    ')}
  ) STRICT;
  INSERT INTO feed (only, epoch, cursor, seq, generation, loading, indexedFrom, termsComplete, clockOffMs, basis)
    VALUES (1, '', '', 0, 1, 0, ${Number.MAX_SAFE_INTEGER}, 0, 0, '');`;

const SCHEMA = COMPLAINT + HISTORY + SEARCH + COUNTS + FILES + FEED;

/**
 * Made from the schema itself, so that no change of it can be forgotten: a cache of another number is thrown
 * away and pulled again, never migrated. 1 to 2³¹ − 1.
 */
export const CACHE_VERSION =
  (createHash('sha256').update(`${MEANING} ${SCHEMA}`).digest().readUInt32BE() % 0x7fff_fffe) + 1;
