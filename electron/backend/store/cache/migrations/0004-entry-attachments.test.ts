import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS } from '../cache-store.ts';
import { SELECT_ENTRY_ATTACHMENTS } from '../complaints.ts';

test('files of an entry are found by its report, and go with the entry', () => {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  const { db } = opened;
  migrate(db, CACHE_MIGRATIONS.slice(0, 4));
  expect(schemaVersion(db)).toBe(4);
  expect(queryPlan(db, SELECT_ENTRY_ATTACHMENTS)).toEqual([
    'SEARCH entry_attachment USING PRIMARY KEY (complaint_rid=?)',
  ]);
  db.exec(`
    INSERT INTO complaint (rid, id, tracking_id, revision, generation, title, classification, oversight,
      anonymous, confidential, raw_status, channel, received_at, ours, visible_status, bucket, status_known,
      rank, first_owed, replied, unread, has_draft, original_text, final_text)
    VALUES (7, 'a', '1', 1, 1, 'Lampu', 'pengaduan', 0, 0, 0, 's', 'c', 'r', 1, 's', 'proses', 1, 1, 0, 0, 0, 0, 'o', 'f');
    INSERT INTO timeline_entry VALUES (7, 0, 'e1', 'follow_up', 'at', 2, NULL, 'n', 'system', NULL, 'public', NULL, 'x');
    INSERT INTO entry_attachment VALUES (7, 0, 0, 'h', 'foto.jpg', 'image/jpeg', 9);`);
  db.exec('DELETE FROM complaint');
  expect(db.prepare('SELECT count(*) AS n FROM entry_attachment').get()).toEqual({ n: 0 });
});
