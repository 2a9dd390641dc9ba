import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { type Db, openDatabase } from '../../open-database.ts';
import { reportsAndFeed } from './0001-reports-and-feed.ts';

function migrated(): Db {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  migrate(opened.db, [reportsAndFeed]);
  return opened.db;
}

test('a new cache is at version 1, knows nothing and is about to load', () => {
  const db = migrated();
  expect(schemaVersion(db)).toBe(1);
  expect(db.prepare('SELECT epoch, cursor, seq, loading FROM feed').get()).toEqual({
    epoch: '',
    cursor: '',
    seq: 0,
    loading: 0,
  });
  expect(db.prepare('SELECT count(*) AS n FROM complaint').get()).toEqual({ n: 0 });
});

test('the timeline of a report goes with it', () => {
  const db = migrated();
  db.exec(`
    INSERT INTO complaint (rid, id, tracking_id, revision, generation, title, classification, oversight,
      anonymous, confidential, raw_status, channel, received_at, ours, visible_status, bucket, status_known,
      rank, first_owed, replied, unread, has_draft, original_text, final_text)
    VALUES (1, 'a', '1', 1, 1, 't', 'pengaduan', 0, 0, 0, 's', 'c', 'r', 1, 's', 'proses', 1, 1, 0, 0, 0, 0, 'o', 'f');
    INSERT INTO timeline_entry VALUES (1, 0, 'e', 'follow_up', 'at', 2, NULL, 'n', 'system', NULL, 'public', NULL, 'x');
    INSERT INTO read_mark VALUES (1, 'o', 2);
    DELETE FROM complaint;`);
  expect(db.prepare('SELECT count(*) AS n FROM timeline_entry').get()).toEqual({ n: 0 });
  expect(db.prepare('SELECT count(*) AS n FROM read_mark').get()).toEqual({ n: 0 });
});

test('a report is found by its id without reading the others', () => {
  const plan = queryPlan(migrated(), 'SELECT rid FROM complaint WHERE id = ?');
  expect(plan[0]).toMatch(/^SEARCH complaint USING COVERING INDEX/);
});
