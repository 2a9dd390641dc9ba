import { commit } from '../commit-hook.ts';
import { schemaVersion } from '../migrate.ts';
import type { Db } from '../open-database.ts';

/**
 * Raised with each change of the schema: a cache of another number is thrown away and pulled again, never
 * migrated.
 */
const CACHE_VERSION = 1;

/** Gives a new cache its tables. Answers whether the cache has the schema of this program. */
export function prepareSchema(db: Db): boolean {
  if (schemaVersion(db) === 0) {
    commit(db, () => {
      db.exec(COMPLAINT + HISTORY + SEARCH + COUNTS + FILES + FEED);
      db.pragma(`user_version = ${CACHE_VERSION}`);
    });
  }
  return schemaVersion(db) === CACHE_VERSION;
}

/**
 * Complaints stand in the order of their arrival, and `received_no` grows with the time of receipt. When they
 * stood in the order of receipt, nearly each new one rewrote a page among the others: at 50,000 complaints
 * the first load wrote 1.3 GB instead of 0.3 GB and took 145 µs of processor time for a complaint instead of
 * 63.
 *
 * The columns from `ours` on are derived from the complaint as the officer sees it. The long texts stand
 * last: a list never reads past the columns before them. Few complaints have labels, links or somebody who
 * works on them: they have lists of their own, so that a filter need not look at all the others.
 */
const COMPLAINT = `
  CREATE TABLE category_path (
    id INTEGER PRIMARY KEY,
    joined TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE category_part (
    path_id INTEGER NOT NULL REFERENCES category_path (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (path_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE complaint (
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    received_no INTEGER NOT NULL,
    tracking_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    title TEXT NOT NULL,
    classification TEXT NOT NULL,
    oversight INTEGER NOT NULL,
    anonymous INTEGER NOT NULL,
    confidential INTEGER NOT NULL,
    reporter_name TEXT,
    category_id TEXT,
    category_path_id INTEGER REFERENCES category_path (id),
    category TEXT,
    parent_agency TEXT,
    agency_id TEXT,
    agency_name TEXT,
    raw_status TEXT NOT NULL,
    status_reason TEXT,
    province TEXT,
    regency TEXT,
    district TEXT,
    village TEXT,
    channel TEXT NOT NULL,
    rating REAL,
    received_at TEXT NOT NULL,
    dispositioned_at TEXT,
    returns INTEGER NOT NULL,

    ours INTEGER NOT NULL,
    visible_status TEXT NOT NULL,
    bucket TEXT NOT NULL,
    status_known INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    due_day TEXT,
    due_clock TEXT,
    due_estimate_year INTEGER,
    first_owed INTEGER NOT NULL,
    replied INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    awaits_approval INTEGER NOT NULL,
    unpublished INTEGER NOT NULL,
    assignee TEXT,
    priority TEXT NOT NULL,
    labels TEXT,
    links TEXT,
    planned_day TEXT,
    snoozed_until TEXT,
    changed_at INTEGER NOT NULL,
    has_draft INTEGER NOT NULL,

    extra TEXT,
    original_text TEXT NOT NULL,
    final_text TEXT NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX complaint_received ON complaint (received_no);
  CREATE INDEX complaint_generation ON complaint (generation);
  CREATE INDEX complaint_rank ON complaint (rank, received_no) WHERE ours = 1;
  CREATE INDEX complaint_first_owed ON complaint (rank, received_no) WHERE ours = 1 AND first_owed = 1;
  CREATE INDEX complaint_in_process ON complaint (rank, received_no) WHERE ours = 1 AND bucket = 'proses';
  CREATE INDEX complaint_replied ON complaint (rank, received_no) WHERE ours = 1 AND replied = 1;
  CREATE INDEX complaint_awaiting ON complaint (rank, received_no) WHERE ours = 1 AND awaits_approval = 1;
  CREATE INDEX complaint_unpublished ON complaint (rank, received_no) WHERE ours = 1 AND unpublished = 1;
  CREATE INDEX complaint_drafted ON complaint (rank, received_no) WHERE has_draft = 1;
  CREATE INDEX complaint_labelled ON complaint (rank, received_no) WHERE ours = 1 AND labels IS NOT NULL;
  CREATE INDEX complaint_assigned ON complaint (rank, received_no) WHERE ours = 1 AND assignee IS NOT NULL;
  CREATE INDEX complaint_changed ON complaint (changed_at, received_no) WHERE ours = 1;
  CREATE INDEX complaint_linked ON complaint (received_no) WHERE ours = 1 AND links IS NOT NULL;`;

/**
 * An entry is appended, and only its small index follows the order of the complaints. When the entries
 * themselves stood in that order, nearly each of them rewrote a page of its own: a sixth of all writing of
 * the first load. Most entries have no file, and most complaints no row in `entry_attachment`.
 */
const HISTORY = `
  CREATE TABLE timeline_entry (
    complaint_rid INTEGER NOT NULL REFERENCES complaint (rid) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    revision INTEGER NOT NULL,
    author_officer_id TEXT,
    author_name TEXT NOT NULL,
    author_role TEXT NOT NULL,
    author_agency_id TEXT,
    visibility TEXT NOT NULL,
    receipt TEXT,
    text TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (complaint_rid, position)
  ) STRICT;

  CREATE TABLE entry_attachment (
    complaint_rid INTEGER NOT NULL,
    position INTEGER NOT NULL,
    place INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (complaint_rid, position, place),
    FOREIGN KEY (complaint_rid, position) REFERENCES timeline_entry (complaint_rid, position) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entry_attachment_file ON entry_attachment (sha256);

  CREATE TABLE read_mark (
    complaint_rid INTEGER NOT NULL REFERENCES complaint (rid) ON DELETE CASCADE,
    officer_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (complaint_rid, officer_id)
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
      received_no,
      tracking_id,
      title,
      original_text,
      CASE WHEN final_text = original_text THEN '' ELSE final_text END AS final_text,
      concat_ws(' ', village, district, regency) AS place,
      coalesce((
        SELECT group_concat(text, char(10)) FROM timeline_entry WHERE complaint_rid = rid AND text <> ''
      ), '') AS history
    FROM complaint;

  CREATE VIRTUAL TABLE complaint_fts USING fts5 (
    tracking_id, title, original_text, final_text, place, history,
    content = 'complaint_search', content_rowid = 'received_no', detail = none,
    tokenize = 'unicode61 remove_diacritics 2'
  );
  INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('automerge', 8), ('pgsz', 8000), ('usermerge', 2);

  CREATE VIRTUAL TABLE complaint_fts_term USING fts5vocab (complaint_fts, row);
  CREATE TABLE search_term (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`;

/**
 * Adds a row of `complaint` to the counts, or takes it from them. All closed complaints share one rank there
 * (`RANK_CLOSED`).
 */
function counted(row: 'old' | 'new', sign: '+' | '-'): string {
  return `
    INSERT INTO queue_count (rank, ours, first_owed, in_process, replied, awaiting, unpublished, drafted)
    VALUES (
      min(${row}.rank, 1000000000),
      ${sign} ${row}.ours,
      ${sign} (${row}.ours AND ${row}.first_owed),
      ${sign} (${row}.ours AND ${row}.bucket = 'proses'),
      ${sign} (${row}.ours AND ${row}.replied),
      ${sign} (${row}.ours AND ${row}.awaits_approval),
      ${sign} (${row}.ours AND ${row}.unpublished),
      ${sign} ${row}.has_draft
    )
    ON CONFLICT (rank) DO UPDATE SET
      ours = ours + excluded.ours,
      first_owed = first_owed + excluded.first_owed,
      in_process = in_process + excluded.in_process,
      replied = replied + excluded.replied,
      awaiting = awaiting + excluded.awaiting,
      unpublished = unpublished + excluded.unpublished,
      drafted = drafted + excluded.drafted;`;
}

const COUNTED = [
  'rank',
  'ours',
  'first_owed',
  'bucket',
  'replied',
  'awaits_approval',
  'unpublished',
  'has_draft',
];
const countedOf = (row: 'old' | 'new'): string => COUNTED.map((name) => `${row}.${name}`).join(', ');

/**
 * What the queue's headings and badges count is kept per due day by triggers: a count costs the same at a
 * thousand complaints as at a million. Each list of the queue has one column: how many of its complaints have
 * this rank.
 */
const COUNTS = `
  CREATE TABLE queue_count (
    rank INTEGER PRIMARY KEY,
    ours INTEGER NOT NULL,
    first_owed INTEGER NOT NULL,
    in_process INTEGER NOT NULL,
    replied INTEGER NOT NULL,
    awaiting INTEGER NOT NULL,
    unpublished INTEGER NOT NULL,
    drafted INTEGER NOT NULL
  ) STRICT;
  CREATE TRIGGER complaint_counted AFTER INSERT ON complaint BEGIN ${counted('new', '+')} END;
  CREATE TRIGGER complaint_recounted AFTER UPDATE OF ${COUNTED.join(', ')} ON complaint
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
    used_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX fetched_file_used ON fetched_file (used_at);
  CREATE TABLE fetched_chunk (
    sha256 TEXT NOT NULL REFERENCES fetched_file (sha256) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha256, start)
  ) STRICT;`;

const FEED = `
  CREATE TABLE reference (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE feed (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    epoch TEXT NOT NULL,
    cursor TEXT NOT NULL,
    seq INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    -- Complaints received since a pull from the start began; null when none is under way.
    loading INTEGER,
    -- Complaints with this received_no or a greater one are in the full-text index.
    indexed_from INTEGER NOT NULL,
    -- search_term holds every word of the full-text index.
    terms_complete INTEGER NOT NULL,
    last_synced_at TEXT,
    clock_off_ms INTEGER NOT NULL,
    agency_id TEXT,
    -- The deadline rules and holidays the derived columns were computed with.
    basis TEXT NOT NULL
  ) STRICT;
  INSERT INTO feed (only, epoch, cursor, seq, generation, loading, indexed_from, terms_complete, clock_off_ms, basis)
    VALUES (1, '', '', 0, 1, 0, ${Number.MAX_SAFE_INTEGER}, 0, 0, '');`;
