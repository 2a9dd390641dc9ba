import type { Migration } from '../../migrate.ts';

/** The files that go with a timeline entry. Most entries have none, and most reports no row here. */
export const entryAttachments: Migration = {
  version: 4,
  up: (db) =>
    db.exec(`
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
    `),
};
