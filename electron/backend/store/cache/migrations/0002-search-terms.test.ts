import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { openDatabase } from '../../open-database.ts';
import { EXPAND_SQL } from '../search-terms.ts';
import { reportsAndFeed } from './0001-reports-and-feed.ts';
import { searchTerms } from './0002-search-terms.ts';

test('a cache of version 1 gets an empty list of words, still to be made, and keeps its reports', () => {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  const { db } = opened;
  migrate(db, [reportsAndFeed]);
  db.exec(`
    INSERT INTO complaint (rid, id, tracking_id, revision, generation, title, classification, oversight,
      anonymous, confidential, raw_status, channel, received_at, ours, visible_status, bucket, status_known,
      rank, first_owed, replied, unread, has_draft, original_text, final_text)
    VALUES (1, 'a', '1', 1, 1, 'Lampu', 'pengaduan', 0, 0, 0, 's', 'c', 'r', 1, 's', 'proses', 1, 1, 0, 0, 0, 0, 'o', 'f');
    INSERT INTO complaint_fts (complaint_fts) VALUES ('rebuild')`);
  migrate(db, [reportsAndFeed, searchTerms]);
  expect(schemaVersion(db)).toBe(2);
  expect(db.prepare('SELECT terms_complete FROM feed').get()).toEqual({ terms_complete: 0 });
  expect(db.prepare('SELECT term FROM complaint_fts_term').all()).toEqual(
    ['1', 'f', 'lampu', 'o'].map((term) => ({ term })),
  );
  expect(queryPlan(db, EXPAND_SQL)).toEqual(['SEARCH search_term USING PRIMARY KEY (term>? AND term<?)']);
});
