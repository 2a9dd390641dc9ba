import type { Migration } from '../../migrate.ts';

/**
 * Files of reports that were fetched from the centre, by their SHA-256, their bytes as rows of pieces as they came. They
 * are found from the entries that name them, so that what no report names any more can go.
 */
export const fetchedFiles: Migration = {
  version: 6,
  up: (db) =>
    db.exec(`
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
      CREATE TABLE fetched_piece (
        sha256 TEXT NOT NULL REFERENCES fetched_file (sha256) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha256, start)
      ) STRICT;
      CREATE INDEX entry_attachment_file ON entry_attachment (sha256);
    `),
};
