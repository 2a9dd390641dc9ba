import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { type Db, openDatabase } from '../../open-database.ts';
import { CACHE_MIGRATIONS } from '../cache-store.ts';

function migrated(): Db {
  const opened = openDatabase(join(temporaryFolder(), 'cache.db'), randomBytes(32), 'cache');
  if (!opened.ok) throw new Error(opened.code);
  migrate(opened.db, CACHE_MIGRATIONS.slice(0, 5));
  return opened.db;
}

const insert = (id: string, receivedNo: number, rank: number, bucket: string): string => `
  INSERT INTO complaint (id, received_no, tracking_id, revision, generation, title, classification, oversight,
    anonymous, confidential, raw_status, channel, received_at, ours, visible_status, bucket, status_known,
    rank, first_owed, replied, unread, has_draft, original_text, final_text)
  VALUES ('${id}', ${receivedNo}, '1', 1, 1, 't', 'pengaduan', 0, 0, 0, 's', 'c', 'r', 1, 's', '${bucket}', 1,
    ${rank}, 1, 0, 0, 0, 'o', 'f');`;

test('reports stand in the order of their arrival, and no two share a place in the order of receipt', () => {
  const db = migrated();
  expect(schemaVersion(db)).toBe(5);
  db.exec(insert('newer', 20, 7, 'proses') + insert('older', 10, 7, 'proses'));
  expect(db.prepare('SELECT id FROM complaint ORDER BY rid').all()).toEqual([
    { id: 'newer' },
    { id: 'older' },
  ]);
  expect(() => db.exec(insert('third', 10, 7, 'proses'))).toThrow('complaint.received_no');
});

test('each report counts in the lists it belongs to, and only while it does', () => {
  const db = migrated();
  db.exec(
    insert('a', 1, 7, 'proses') + insert('b', 2, 7, 'tunda') + insert('c', 3, 9_900_000_000, 'selesai'),
  );
  const counts = () => db.prepare('SELECT rank, ours, first_owed, in_process FROM queue_count').all();
  expect(counts()).toEqual([
    { rank: 7, ours: 2, first_owed: 2, in_process: 1 },
    { rank: 1_000_000_000, ours: 1, first_owed: 1, in_process: 0 },
  ]);
  db.exec("UPDATE complaint SET ours = 0 WHERE id = 'a'; UPDATE complaint SET rank = 8 WHERE id = 'b'");
  db.exec("DELETE FROM complaint WHERE id = 'c'");
  expect(counts()).toEqual([
    { rank: 7, ours: 0, first_owed: 0, in_process: 0 },
    { rank: 8, ours: 1, first_owed: 1, in_process: 0 },
    { rank: 1_000_000_000, ours: 0, first_owed: 0, in_process: 0 },
  ]);
});
