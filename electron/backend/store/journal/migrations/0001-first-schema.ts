import type { Migration } from '../../migrate.ts';

/**
 * What the officer did. Tracking id and title stand beside each text, because the complaint itself may leave.
 * Tables of which there is one row have the key `only`.
 */
export const firstSchema: Migration = {
  version: 1,
  up: (db) => db.exec(COMMIT_COUNT + SESSION + SETTINGS + DRAFTS + COMMANDS + FILES + LOG + STANDALONE),
};

/** Transactions so far. A note beside the journal has the same number: a journal with less has lost some. */
const COMMIT_COUNT = `
  CREATE TABLE commit_count (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    count INTEGER NOT NULL
  ) STRICT;
  INSERT INTO commit_count VALUES (1, 0);`;

const SESSION = `
  CREATE TABLE session (
    -- present: who works here. joining: access to the central service that a standalone office moves to.
    which TEXT PRIMARY KEY CHECK (which IN ('present', 'joining')),
    centralUrl TEXT NOT NULL,
    token TEXT NOT NULL,
    officerId TEXT NOT NULL,
    officerName TEXT NOT NULL,
    officerRole TEXT NOT NULL,
    agencyId TEXT,
    agencyName TEXT
  ) STRICT, WITHOUT ROWID;`;

const SETTINGS = `
  CREATE TABLE settings (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    metered TEXT NOT NULL,
    tour TEXT NOT NULL
  ) STRICT;

  CREATE TABLE notice (
    code TEXT PRIMARY KEY,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE last_seen (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    morning TEXT,
    laporVisit TEXT,
    -- JSON: the draft that the officer writes, and where in it.
    writing TEXT,
    restored INTEGER,
    -- What the central service gave with the last command that it accepted.
    proof TEXT,
    -- The day on which the journal was last tidied, and until which time (ms since 1970).
    tidiedOn TEXT,
    tidiedUntil INTEGER
  ) STRICT;
  INSERT INTO last_seen (only) VALUES (1);

  CREATE TABLE moved_deadlines (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    -- JSON as the window is told it: it is written and read as a whole.
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE saved_view (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    "order" TEXT NOT NULL,
    -- JSON: what a row of the list shows.
    fields TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- The officer's own; those of the whole agency are reference data.
  CREATE TABLE template (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** Rows are `StoredDraft`. `removedAt`: thrown away then (ms since 1970); kept for some days for the undo. */
const DRAFTS = `
  CREATE TABLE draft (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    complaintId TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    choices TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    trunkRevision INTEGER NOT NULL,
    trackingId TEXT NOT NULL,
    title TEXT NOT NULL,
    removedAt INTEGER
  ) STRICT;
  CREATE INDEX draft_of_complaint ON draft (complaintId) WHERE removedAt IS NULL;`;

/** Rows are `StoredCommand`; the indexes serve the questions of `COMMAND_SQL`. */
const COMMANDS = `
  CREATE TABLE command (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    trunkRevision INTEGER NOT NULL,
    after TEXT,
    composedAt TEXT NOT NULL,
    trackingId TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused')),
    unsure INTEGER NOT NULL DEFAULT 0,
    heldUntil INTEGER,
    notBefore INTEGER NOT NULL DEFAULT 0,
    -- Others pass it: it goes in a request of its own.
    aside INTEGER NOT NULL DEFAULT 0,
    receipt TEXT,
    feedSeq INTEGER,
    answeredAt TEXT,
    refusal TEXT,
    -- The feed has brought the effect: the command is history.
    passed INTEGER NOT NULL DEFAULT 0,
    -- A refused command that the officer took off the list: 1, its text became another one's; 2, thrown away.
    settled INTEGER NOT NULL DEFAULT 0,
    -- Accepted, but the history of the central service is another one now: ask again.
    resend INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE INDEX command_to_send ON command (seq) WHERE state IN ('queued', 'sending') OR resend = 1;
  CREATE INDEX command_visible ON command (subject, seq)
    WHERE state IN ('queued', 'sending') OR (state = 'accepted' AND passed = 0);
  CREATE INDEX command_refused ON command (seq) WHERE state = 'refused' AND settled = 0;
  CREATE INDEX command_of_subject ON command (subject, seq);
  CREATE INDEX command_answered ON command (answeredAt) WHERE state = 'accepted';`;

/**
 * Rows are `StoredFile` and `StoredAttachment`. The bytes of a file are rows of chunks, so that encryption,
 * atomicity and clean-up need no code of their own. A file is known by its SHA-256 once it is whole, so that
 * the same photo in two texts is kept and sent once.
 */
const FILES = `
  CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT UNIQUE,
    type TEXT,
    size INTEGER NOT NULL,
    uploadUrl TEXT,
    uploaded INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'filling' CHECK (state IN ('filling', 'here', 'uploaded', 'refused'))
  ) STRICT;
  CREATE TABLE file_chunk (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    fileId INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (fileId, start)
  ) STRICT;

  CREATE TABLE attachment (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    fileId INTEGER NOT NULL REFERENCES file (id),
    otherFileId INTEGER REFERENCES file (id),
    sendsOriginal INTEGER NOT NULL DEFAULT 1,
    copyOf TEXT REFERENCES attachment (id) ON DELETE CASCADE,
    removedAt INTEGER
  ) STRICT;
  CREATE INDEX attachment_of_owner ON attachment (owner, seq);
  CREATE INDEX attachment_of_file ON attachment (fileId);
  CREATE INDEX attachment_of_other ON attachment (otherFileId) WHERE otherFileId IS NOT NULL;
  CREATE INDEX attachment_copies ON attachment (copyOf) WHERE copyOf IS NOT NULL;`;

/** What happened, for ever: no texts, only which command and what became of it. */
const LOG = `
  CREATE TABLE log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    complaintId TEXT,
    commandId TEXT,
    detail TEXT
  ) STRICT;
  CREATE TRIGGER log_is_append_only_update BEFORE UPDATE ON log
    BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
  CREATE TRIGGER log_is_append_only_delete BEFORE DELETE ON log
    BEGIN SELECT raise(ABORT, 'the log is append-only'); END;`;

/** A standalone office. Nobody else has its complaints, so they are as precious as its texts. */
const STANDALONE = `
  CREATE TABLE standalone_office (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    epoch TEXT,
    -- The day of the last receipt, and how many there were on it.
    receiptDay TEXT,
    receiptCount INTEGER NOT NULL DEFAULT 0,
    -- The last command that the office decided alone; 0: none, or it has not joined.
    endedAfter INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  INSERT INTO standalone_office (only) VALUES (1);

  CREATE TABLE standalone_complaint (
    id TEXT PRIMARY KEY,
    trackingId TEXT NOT NULL,
    -- The place of its last change in the office's own feed.
    seq INTEGER NOT NULL,
    -- JSON of the whole complaint with its history, in one row: out of a damaged journal it is read whole or
    -- not at all, never without some of its entries. Nothing is asked of it but by the columns beside it; what
    -- lists and searches need of it stands in the cache.
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX standalone_complaint_in_feed ON standalone_complaint (seq);
  CREATE INDEX standalone_complaint_tracking ON standalone_complaint (trackingId);

  -- Agencies, officers and templates, as the office's own feed carries them.
  CREATE TABLE standalone_reference (
    name TEXT PRIMARY KEY CHECK (name IN ('agencies', 'colleagues', 'templates')),
    -- The place of its last change in that feed.
    seq INTEGER NOT NULL,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE standalone_own_name (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`;
