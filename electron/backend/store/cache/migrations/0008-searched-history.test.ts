import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { type Db, openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS } from '../cache-store.ts';
import { HISTORY_SQL } from '../search-history.ts';
import { RANGE_SQL } from '../search-index.ts';

function migrated(): Db {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  migrate(opened.db, CACHE_MIGRATIONS.slice(0, 8));
  return opened.db;
}

test('what was written on a report stands beside its texts, in one value', () => {
  const db = migrated();
  expect(schemaVersion(db)).toBe(8);
  db.exec(`
    INSERT INTO complaint (id, received_no, tracking_id, revision, generation, title, classification, oversight,
      anonymous, confidential, raw_status, channel, received_at, returns, ours, visible_status, bucket, status_known,
      rank, first_owed, replied, unread, awaits_approval, unpublished, priority, has_draft, original_text, final_text)
    SELECT value, value, '1', 1, 1, 't', 'pengaduan', 0, 0, 0, 's', 'c', 'r', 0, 1, 's', 'proses', 1,
      7, 1, 0, 0, 0, 0, 'normal', 0, 'o', 'f' FROM json_each('[1, 2]');
    INSERT INTO timeline_entry (complaint_rid, position, id, kind, at, revision, author_name, author_role, visibility, text)
    SELECT 1, key, 'e' || key, 'follow_up', 'a', 1, 'n', 'penghubung', 'public', value
    FROM json_each('["aspal tiba", "", "aspal terpasang"]');`);
  expect(db.prepare('SELECT history FROM complaint_search ORDER BY received_no').all()).toEqual([
    { history: 'aspal tiba\naspal terpasang' },
    { history: '' },
  ]);
});

test('the next reports for the full-text index are found in the order of receipt, without sorting', () => {
  expect(queryPlan(migrated(), RANGE_SQL)).toEqual([
    'SEARCH complaint USING INDEX complaint_received (received_no>? AND received_no<?)',
    expect.stringMatching(/^CORRELATED SCALAR SUBQUERY/),
    expect.stringMatching(/^SEARCH timeline_entry USING INDEX/),
  ]);
});

test('the texts of one report are found by an index', () => {
  expect(queryPlan(migrated(), HISTORY_SQL)).toHaveLength(1);
});
