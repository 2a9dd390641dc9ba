import type { Migration } from '../../migrate.ts';

/**
 * `rid` grows with the time of receipt, so that the full-text index gives newest first without sorting.
 * The long texts stand last: a list never reads past the columns before them.
 * The columns from `ours` on are derived from the report as the officer sees it.
 */
export const reportsAndFeed: Migration = {
  version: 1,
  up: (db) =>
    db.exec(`
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
        has_draft INTEGER NOT NULL,

        extra TEXT,
        original_text TEXT NOT NULL,
        final_text TEXT NOT NULL
      ) STRICT;

      CREATE INDEX complaint_rank ON complaint (rank) WHERE ours = 1;
      CREATE INDEX complaint_first_owed ON complaint (rank) WHERE ours = 1 AND first_owed = 1;
      CREATE INDEX complaint_in_process ON complaint (rank) WHERE ours = 1 AND bucket = 'proses';
      CREATE INDEX complaint_replied ON complaint (rank) WHERE ours = 1 AND replied = 1;
      CREATE INDEX complaint_drafted ON complaint (rank) WHERE has_draft = 1;

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
        PRIMARY KEY (complaint_rid, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE read_mark (
        complaint_rid INTEGER NOT NULL REFERENCES complaint (rid) ON DELETE CASCADE,
        officer_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (complaint_rid, officer_id)
      ) STRICT, WITHOUT ROWID;

      CREATE VIEW complaint_search AS
        SELECT
          rid,
          tracking_id,
          title,
          original_text,
          CASE WHEN final_text = original_text THEN '' ELSE final_text END AS final_text,
          concat_ws(' ', village, district, regency) AS place
        FROM complaint;

      -- No positions are kept: every word is searched for by itself, and the index is half as large.
      CREATE VIRTUAL TABLE complaint_fts USING fts5 (
        tracking_id, title, original_text, final_text, place,
        content = 'complaint_search', content_rowid = 'rid', detail = none,
        tokenize = 'unicode61 remove_diacritics 2'
      );

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
        -- Reports received since a pull from the start began; null when none is under way.
        loading INTEGER,
        -- Reports with this rid or a greater one are in the full-text index.
        indexed_from INTEGER NOT NULL,
        last_synced_at TEXT,
        clock_off_ms INTEGER NOT NULL,
        agency_id TEXT,
        -- The deadline rules and holidays the derived columns were computed with.
        basis TEXT NOT NULL
      ) STRICT;
      INSERT INTO feed VALUES (1, '', '', 0, 1, 0, 9007199254740991, NULL, 0, NULL, '');
    `),
};
