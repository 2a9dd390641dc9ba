import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { QUEUE_VIEWS } from '#shared/contract/window/queue.ts';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { type Db, openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS } from '../cache-store.ts';
import { OLDER_SQL, SELECT_ENTRIES } from '../complaints.ts';
import { headingSql, pageSql } from '../queue-query.ts';
import { SEARCH_SQL } from '../search.ts';
import { BOUND_SQL } from '../search-index.ts';

function migrated(): Db {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  migrate(opened.db, CACHE_MIGRATIONS.slice(0, 7));
  return opened.db;
}

const insert = (id: string, receivedNo: number, awaits: number): string => `
  INSERT INTO complaint (id, received_no, tracking_id, revision, generation, title, classification, oversight,
    anonymous, confidential, raw_status, channel, received_at, returns, ours, visible_status, bucket, status_known,
    rank, first_owed, replied, unread, awaits_approval, unpublished, priority, has_draft, original_text, final_text)
  VALUES ('${id}', ${receivedNo}, '1', 1, 1, 't', 'pengaduan', 0, 0, 0, 's', 'c', 'r', 0, 1, 's', 'proses', 1,
    7, 1, 0, 0, ${awaits}, 0, 'normal', 0, 'o', 'f');`;

test('a report is counted among those that wait for approval while a text of it does', () => {
  const db = migrated();
  expect(schemaVersion(db)).toBe(7);
  db.exec(insert('a', 1, 1) + insert('b', 2, 1) + insert('c', 3, 0));
  const awaiting = () => db.prepare('SELECT awaiting FROM queue_count WHERE rank = 7').get();
  expect(awaiting()).toEqual({ awaiting: 2 });
  db.exec("UPDATE complaint SET awaits_approval = 0 WHERE id = 'a'; DELETE FROM complaint WHERE id = 'b'");
  expect(awaiting()).toEqual({ awaiting: 0 });
});

test('the entries of a report are found by an index, in their order', () => {
  expect(queryPlan(migrated(), SELECT_ENTRIES)).toEqual([
    'SEARCH timeline_entry USING INDEX sqlite_autoindex_timeline_entry_1 (complaint_rid=?)',
  ]);
});

test.each(QUEUE_VIEWS)('a page of "%s" is read along one index, without sorting', (view) => {
  const plan = queryPlan(migrated(), pageSql(view));
  expect(plan).toEqual([expect.stringMatching(/^SEARCH complaint USING INDEX complaint_\w+ \(/)]);
});

test.each(QUEUE_VIEWS)('the reports of "%s" are counted without reading one of them', (view) => {
  expect(queryPlan(migrated(), headingSql(view))).toEqual([
    'SEARCH queue_count USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)',
  ]);
});

test('a search reads the full-text index newest first, without sorting', () => {
  const plan = queryPlan(migrated(), SEARCH_SQL);
  expect(plan).toHaveLength(2);
  expect(plan[0]).toMatch(/^SCAN complaint_fts VIRTUAL TABLE INDEX/);
  expect(plan[1]).toBe('SEARCH complaint USING INDEX complaint_received (received_no=?)');
});

test('the next reports for the full-text index are found in the order of receipt, without sorting', () => {
  const db = migrated();
  expect(queryPlan(db, BOUND_SQL)).toEqual([
    'SEARCH complaint USING COVERING INDEX complaint_received (received_no<?)',
  ]);
});

test('reports of an older pull are found without reading the newer ones', () => {
  expect(queryPlan(migrated(), OLDER_SQL)).toEqual([
    'SEARCH complaint USING INDEX complaint_generation (generation<?)',
  ]);
});
