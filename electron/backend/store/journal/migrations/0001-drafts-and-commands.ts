import type { Migration } from '../../migrate.ts';

/**
 * What the officer did. Tracking id and title are kept with it, because the report itself may leave.
 * `unsure`: an attempt to send was made and its answer lost; it stays until the centre has answered.
 */
export const draftsAndCommands: Migration = {
  version: 1,
  up: (db) =>
    db.exec(`
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
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE draft (
        complaint_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        -- The revision of the report on which the officer began to write.
        trunk_revision INTEGER NOT NULL,
        tracking_id TEXT NOT NULL,
        title TEXT NOT NULL,
        PRIMARY KEY (complaint_id, kind)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE command (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        complaint_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        suggested_agency TEXT,
        trunk_revision INTEGER NOT NULL,
        after_id TEXT,
        composed_at TEXT NOT NULL,
        tracking_id TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused')),
        unsure INTEGER NOT NULL DEFAULT 0,
        -- ms since 1970: not sent before; until then it can be undone.
        held_until INTEGER,
        -- ms since 1970: the centre asked for patience, or the command was set aside.
        not_before INTEGER NOT NULL DEFAULT 0,
        receipt TEXT,
        feed_seq INTEGER,
        answered_at TEXT,
        refusal TEXT,
        -- The feed has brought the effect: the command is history.
        passed INTEGER NOT NULL DEFAULT 0,
        -- A refused command that the officer took off the list.
        settled INTEGER NOT NULL DEFAULT 0,
        -- Accepted, but the centre's history is another one now: ask again.
        resend INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE INDEX command_to_send ON command (seq) WHERE state IN ('queued', 'sending') OR resend = 1;
      CREATE INDEX command_visible ON command (complaint_id, seq)
        WHERE state IN ('queued', 'sending') OR (state = 'accepted' AND passed = 0);
      CREATE INDEX command_refused ON command (seq) WHERE state = 'refused' AND settled = 0;
      CREATE INDEX command_of_complaint ON command (complaint_id, seq);
      CREATE INDEX command_answered ON command (answered_at) WHERE state = 'accepted';

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
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
    `),
};
