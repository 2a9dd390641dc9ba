import type { Migration } from '../../migrate.ts';

/**
 * What the officer did. Tracking id and title stand beside each text, because the complaint itself may leave.
 */
export const firstSchema: Migration = {
  version: 1,
  up: (db) => db.exec(SESSION + DRAFTS + COMMANDS + FILES + LOG + STANDALONE),
};

const SESSION = `
  CREATE TABLE session (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    central_url TEXT NOT NULL,
    token TEXT NOT NULL,
    officer_id TEXT NOT NULL,
    officer_name TEXT NOT NULL,
    officer_role TEXT NOT NULL,
    agency_id TEXT,
    agency_name TEXT
  ) STRICT;

  CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/**
 * A complaint can have several drafts of a kind. What the officer threw away stays for some days, for the
 * undo.
 */
const DRAFTS = `
  CREATE TABLE draft (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    complaint_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    -- What it says besides its words: the OPD a return is meant for, the day of a postponement.
    choices TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    -- The revision of the complaint on which the officer began to write.
    trunk_revision INTEGER NOT NULL,
    tracking_id TEXT NOT NULL,
    title TEXT NOT NULL,
    -- ms since 1970: thrown away then.
    removed_at INTEGER
  ) STRICT;
  CREATE INDEX draft_of_complaint ON draft (complaint_id) WHERE removed_at IS NULL;`;

const COMMANDS = `
  CREATE TABLE command (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    complaint_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    choices TEXT NOT NULL,
    trunk_revision INTEGER NOT NULL,
    after_id TEXT,
    composed_at TEXT NOT NULL,
    tracking_id TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused')),
    -- An attempt to send was made and its answer lost: it stays so until the central service has answered.
    unsure INTEGER NOT NULL DEFAULT 0,
    -- ms since 1970: not sent before; until then it can be undone.
    held_until INTEGER,
    -- ms since 1970: the central service asked for patience, or the command was set aside.
    not_before INTEGER NOT NULL DEFAULT 0,
    receipt TEXT,
    feed_seq INTEGER,
    answered_at TEXT,
    refusal TEXT,
    -- The feed has brought the effect: the command is history.
    passed INTEGER NOT NULL DEFAULT 0,
    -- A refused command that the officer took off the list: 1, its text became another one's; 2, thrown away.
    settled INTEGER NOT NULL DEFAULT 0,
    -- Accepted, but the history of the central service is another one now: ask again.
    resend INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE INDEX command_to_send ON command (seq) WHERE state IN ('queued', 'sending') OR resend = 1;
  CREATE INDEX command_visible ON command (complaint_id, seq)
    WHERE state IN ('queued', 'sending') OR (state = 'accepted' AND passed = 0);
  CREATE INDEX command_refused ON command (seq) WHERE state = 'refused' AND settled = 0;
  CREATE INDEX command_of_complaint ON command (complaint_id, seq);
  CREATE INDEX command_answered ON command (answered_at) WHERE state = 'accepted';`;

/**
 * The bytes of a file are rows of chunks, so that encryption, atomicity and clean-up need no code of their
 * own. A file is known by its SHA-256 once it is whole, so that the same photo in two texts is kept and sent
 * once.
 */
const FILES = `
  CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Null until all bytes are here.
    sha256 TEXT UNIQUE,
    type TEXT,
    size INTEGER NOT NULL,
    -- Where the central service takes the rest of it, once it was asked.
    upload_url TEXT,
    -- Bytes that the central service is known to have.
    uploaded INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'filling' CHECK (state IN ('filling', 'here', 'uploaded', 'refused'))
  ) STRICT;
  CREATE TABLE file_chunk (
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
  CREATE INDEX attachment_of_other ON attachment (other_file_id) WHERE other_file_id IS NOT NULL;`;

/** What happened, for ever: no texts, only which command and what became of it. */
const LOG = `
  CREATE TABLE log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    complaint_id TEXT,
    command_id TEXT,
    detail TEXT
  ) STRICT;
  CREATE TRIGGER log_is_append_only_update BEFORE UPDATE ON log
    BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER log_is_append_only_delete BEFORE DELETE ON log
    BEGIN SELECT raise(ABORT, 'the log is append-only'); END;`;

/** The complaints of a standalone office: nobody else has them, so they are as precious as its texts. */
const STANDALONE = `
  CREATE TABLE alone_report (
    id TEXT PRIMARY KEY,
    tracking_id TEXT NOT NULL,
    -- The place of its last change in the office's own feed.
    seq INTEGER NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX alone_report_in_feed ON alone_report (seq);
  CREATE INDEX alone_report_tracking ON alone_report (tracking_id);`;
