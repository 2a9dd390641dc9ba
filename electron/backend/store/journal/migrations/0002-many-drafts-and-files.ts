import type { Migration } from '../../migrate.ts';

/** A version 4 UUID, made by SQLite itself. */
const NEW_ID = `
  lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' ||
    substr('89ab', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))`;

/**
 * Several drafts of a kind on one report, each with an id; and files: their bytes as rows of pieces, so that
 * encryption, atomicity and clean-up need no code of their own. A file is known by its SHA-256 once it is whole, so that
 * the same photo in two texts is kept and sent once. What the officer threw away stays for some days, for the undo.
 */
export const manyDraftsAndFiles: Migration = {
  version: 2,
  up: (db) =>
    db.exec(`
      ALTER TABLE draft RENAME TO old_draft;
      CREATE TABLE draft (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        complaint_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        suggested_agency TEXT,
        updated_at TEXT NOT NULL,
        -- The revision of the report on which the officer began to write.
        trunk_revision INTEGER NOT NULL,
        tracking_id TEXT NOT NULL,
        title TEXT NOT NULL,
        -- ms since 1970: thrown away then.
        removed_at INTEGER
      ) STRICT;
      INSERT INTO draft (id, complaint_id, kind, text, updated_at, trunk_revision, tracking_id, title)
        SELECT ${NEW_ID}, complaint_id, kind, text, updated_at, trunk_revision, tracking_id, title FROM old_draft
        ORDER BY updated_at;
      DROP TABLE old_draft;
      CREATE INDEX draft_of_complaint ON draft (complaint_id) WHERE removed_at IS NULL;

      CREATE TABLE file (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        -- Null until all bytes are here.
        sha256 TEXT UNIQUE,
        type TEXT,
        size INTEGER NOT NULL,
        -- Where the centre takes the rest of it, once it was asked.
        upload_url TEXT,
        -- Bytes that the centre is known to have.
        uploaded INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'filling' CHECK (state IN ('filling', 'here', 'uploaded', 'refused'))
      ) STRICT;
      CREATE TABLE file_piece (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (file_id, start)
      ) STRICT;

      CREATE TABLE attachment (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        -- The text it goes with: a draft, then the command that the draft became.
        owner TEXT NOT NULL,
        name TEXT NOT NULL,
        -- What is sent …
        file_id INTEGER NOT NULL REFERENCES file (id),
        -- … and, where a smaller copy was made, the other of the two.
        other_file_id INTEGER REFERENCES file (id),
        sends_original INTEGER NOT NULL DEFAULT 1,
        removed_at INTEGER
      ) STRICT;
      CREATE INDEX attachment_of_owner ON attachment (owner, seq);
      CREATE INDEX attachment_of_file ON attachment (file_id);
      CREATE INDEX attachment_of_other ON attachment (other_file_id) WHERE other_file_id IS NOT NULL;
    `),
};
