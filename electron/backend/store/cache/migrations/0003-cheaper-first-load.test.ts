import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS } from '../cache-store.ts';

test('entries are appended, and go with their report', () => {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  const { db } = opened;
  migrate(db, CACHE_MIGRATIONS.slice(0, 3));
  expect(schemaVersion(db)).toBe(3);
  db.exec(`
    INSERT INTO complaint (rid, id, tracking_id, revision, generation, title, classification, oversight,
      anonymous, confidential, raw_status, channel, received_at, ours, visible_status, bucket, status_known,
      rank, first_owed, replied, unread, has_draft, original_text, final_text)
    VALUES (7, 'a', '1', 1, 1, 'Lampu', 'pengaduan', 0, 0, 0, 's', 'c', 'r', 1, 's', 'proses', 1, 1, 0, 0, 0, 0, 'o', 'f');
    INSERT INTO timeline_entry VALUES (7, 1, 'e2', 'follow_up', 'at', 2, NULL, 'n', 'system', NULL, 'public', NULL, 'x');
    INSERT INTO timeline_entry VALUES (7, 0, 'e1', 'follow_up', 'at', 2, NULL, 'n', 'system', NULL, 'public', NULL, 'x');`);
  expect(db.prepare('SELECT id, rowid FROM timeline_entry ORDER BY position').all()).toEqual([
    { id: 'e1', rowid: 2 },
    { id: 'e2', rowid: 1 },
  ]);
  db.exec('DELETE FROM complaint');
  expect(db.prepare('SELECT count(*) AS n FROM timeline_entry').get()).toEqual({ n: 0 });
});

test('the full-text index keeps its way of merging in its own settings', () => {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  migrate(opened.db, CACHE_MIGRATIONS.slice(0, 3));
  expect(opened.db.prepare("SELECT v FROM complaint_fts_config WHERE k = 'automerge'").get()).toEqual({
    v: 8,
  });
});
