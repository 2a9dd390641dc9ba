import type { Migration } from '../../migrate.ts';

/**
 * Own views have an order: what last happened to a report is kept, and reports are found by it. Few reports have labels
 * or somebody who works on them: they have lists of their own, so that a filter need not look at all the others. A
 * cache of an older version is pulled again.
 */
export const listOrders: Migration = {
  version: 10,
  up: (db) =>
    db.exec(`
      ALTER TABLE complaint ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX complaint_changed ON complaint (changed_at, received_no) WHERE ours = 1;
      CREATE INDEX complaint_labelled ON complaint (rank, received_no) WHERE ours = 1 AND labels IS NOT NULL;
      CREATE INDEX complaint_assigned ON complaint (rank, received_no) WHERE ours = 1 AND assignee IS NOT NULL;
      -- Two parts of the index of one size are enough to be joined, when there is time for it.
      INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('usermerge', 2);
    `),
};
