import type { Migration } from '../../migrate.ts';

/** Few reports are linked to another one: they have a list of their own, so that a report can show those that were linked to it. */
export const linked: Migration = {
  version: 11,
  up: (db) =>
    db.exec(`
      ALTER TABLE complaint ADD COLUMN links TEXT;
      CREATE INDEX complaint_linked ON complaint (received_no) WHERE ours = 1 AND links IS NOT NULL;
    `),
};
