import type { Migration } from '../../migrate.ts';

/**
 * The OPD's own order of its reports: who works on it, how urgent, what waits for approval. The columns of the
 * queue stand before the long texts, so the table is made anew without its rows: a cache of an older version is
 * pulled again, never migrated.
 */
export const casework: Migration = {
  version: 7,
  up: (db) =>
    db.exec(`
      ALTER TABLE timeline_entry ADD COLUMN detail TEXT;
      DROP TABLE queue_count;
      DROP VIEW complaint_search;
      DROP TABLE complaint_fts_term;
      DROP TABLE complaint_fts;
      DROP TABLE complaint;

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
        planned_day TEXT,
        snoozed_until TEXT,
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

      CREATE VIEW complaint_search AS
        SELECT
          rid,
          received_no,
          tracking_id,
          title,
          original_text,
          CASE WHEN final_text = original_text THEN '' ELSE final_text END AS final_text,
          concat_ws(' ', village, district, regency) AS place
        FROM complaint;

      CREATE VIRTUAL TABLE complaint_fts USING fts5 (
        tracking_id, title, original_text, final_text, place,
        content = 'complaint_search', content_rowid = 'received_no', detail = none,
        tokenize = 'unicode61 remove_diacritics 2'
      );
      INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('automerge', 8);
      -- A page of the index fills a page of the file.
      INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('pgsz', 8000);
      CREATE VIRTUAL TABLE complaint_fts_term USING fts5vocab (complaint_fts, row);

      -- One column for each list of the queue: how many of its reports have this rank.
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

      CREATE TRIGGER complaint_counted AFTER INSERT ON complaint BEGIN
        ${counted('new', '+')};
      END;
      CREATE TRIGGER complaint_recounted
        AFTER UPDATE OF rank, ours, first_owed, bucket, replied, awaits_approval, unpublished, has_draft ON complaint
        WHEN (old.rank, old.ours, old.first_owed, old.bucket, old.replied, old.awaits_approval, old.unpublished, old.has_draft)
          <> (new.rank, new.ours, new.first_owed, new.bucket, new.replied, new.awaits_approval, new.unpublished, new.has_draft)
      BEGIN
        ${counted('old', '-')};
        ${counted('new', '+')};
      END;
      CREATE TRIGGER complaint_discounted AFTER DELETE ON complaint BEGIN
        ${counted('old', '-')};
      END;
    `),
};

/** Adds a row to the counts, or takes it from them. */
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
      drafted = drafted + excluded.drafted`;
}
