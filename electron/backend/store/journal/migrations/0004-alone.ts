import type { Migration } from '../../migrate.ts';

/** The reports of an office that works without a central service: nobody else has them, so they are as precious as its texts. */
export const alone: Migration = {
  version: 4,
  up: (db) =>
    db.exec(`
      CREATE TABLE alone_report (
        id TEXT PRIMARY KEY,
        tracking_id TEXT NOT NULL,
        -- The place of its last change in the office's own feed.
        seq INTEGER NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX alone_report_in_feed ON alone_report (seq);
      CREATE INDEX alone_report_tracking ON alone_report (tracking_id);
    `),
};
