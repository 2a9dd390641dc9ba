import type { Migration } from '../../migrate.ts';

/** Search finds what was written on a report too: follow-ups, notes, replies of the reporter. */
export const searchedHistory: Migration = {
  version: 8,
  up: (db) =>
    db.exec(`
      DROP TABLE complaint_fts_term;
      DROP TABLE complaint_fts;
      DROP VIEW complaint_search;

      CREATE VIEW complaint_search AS
        SELECT
          rid,
          received_no,
          tracking_id,
          title,
          original_text,
          CASE WHEN final_text = original_text THEN '' ELSE final_text END AS final_text,
          concat_ws(' ', village, district, regency) AS place,
          coalesce((
            SELECT group_concat(text, char(10)) FROM timeline_entry WHERE complaint_rid = rid AND text <> ''
          ), '') AS history
        FROM complaint;

      CREATE VIRTUAL TABLE complaint_fts USING fts5 (
        tracking_id, title, original_text, final_text, place, history,
        content = 'complaint_search', content_rowid = 'received_no', detail = none,
        tokenize = 'unicode61 remove_diacritics 2'
      );
      INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('automerge', 8);
      INSERT INTO complaint_fts (complaint_fts, rank) VALUES ('pgsz', 8000);
      CREATE VIRTUAL TABLE complaint_fts_term USING fts5vocab (complaint_fts, row);
    `),
};
