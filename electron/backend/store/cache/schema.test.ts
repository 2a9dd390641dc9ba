import { expect, test } from 'vitest';
import { emptyCache } from '../../testing/empty-stores.ts';
import { schemaVersion } from '../migrate.ts';
import type { Db } from '../open-database.ts';
import { CACHE_VERSION } from './schema.ts';

type Columns = Readonly<Record<string, string | number>>;

/** Inserts a complaint: what a test does not say is the least that the table takes. */
function insertComplaint(db: Db, said: Columns): void {
  const columns: Columns = {
    receivedNo: 1,
    trackingId: '1',
    revision: 1,
    generation: 1,
    title: 't',
    classification: 'pengaduan',
    oversight: 0,
    anonymous: 0,
    confidential: 0,
    rawStatus: 's',
    channel: 'c',
    receivedAt: 'r',
    returns: 0,
    ours: 1,
    visibleStatus: 's',
    bucket: 'proses',
    statusKnown: 1,
    rank: 7,
    firstOwed: 1,
    replied: 0,
    unread: 0,
    awaitsApproval: 0,
    unpublished: 0,
    priority: 'normal',
    changedAt: 0,
    hasDraft: 0,
    originalText: 'o',
    finalText: 'f',
    ...said,
  };
  const names = Object.keys(columns);
  db.prepare(`INSERT INTO complaint (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
    ...Object.values(columns),
  );
}

/** Inserts follow-ups of the complaint with this `rid`, one of each text. */
function insertEntries(db: Db, rid: number, texts: readonly string[]): void {
  const insert = db.prepare(`
    INSERT INTO timeline_entry
      (complaintRid, position, id, kind, at, revision, authorName, authorRole, visibility, text)
    VALUES (?, ?, ?, 'follow_up', 'at', 1, 'n', 'penghubung', 'public', ?)`);
  texts.forEach((text, position) => {
    insert.run(rid, position, `e${position}`, text);
  });
}

const countOf = (db: Db, table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

test('a new cache has the number of its schema, knows nothing and is about to load', () => {
  const db = emptyCache();
  expect(schemaVersion(db)).toBe(CACHE_VERSION);
  expect(db.prepare('SELECT epoch, cursor, seq, loading, termsComplete FROM feed').get()).toEqual({
    epoch: '',
    cursor: '',
    seq: 0,
    loading: 0,
    termsComplete: 0,
  });
  expect(countOf(db, 'complaint')).toBe(0);
});

test('entries, their files and the read marks of a complaint go with it', () => {
  const db = emptyCache();
  insertComplaint(db, { rid: 7, id: 'a' });
  insertEntries(db, 7, ['x']);
  db.exec(`
    INSERT INTO entry_attachment VALUES (7, 0, 0, 'h', 'foto.jpg', 'image/jpeg', 9);
    INSERT INTO read_mark VALUES (7, 'o', 2);
    DELETE FROM complaint;`);
  for (const table of ['timeline_entry', 'entry_attachment', 'read_mark']) {
    expect([table, countOf(db, table)]).toEqual([table, 0]);
  }
});

test('entries stand in the order in which they were appended', () => {
  const db = emptyCache();
  insertComplaint(db, { rid: 7, id: 'a' });
  const insert = db.prepare(`
    INSERT INTO timeline_entry VALUES (7, ?, ?, 'follow_up', 'at', 2, NULL, 'n', 'system', NULL, 'public', NULL, 'x', NULL)`);
  insert.run(1, 'e2');
  insert.run(0, 'e1');
  expect(db.prepare('SELECT id, rowid FROM timeline_entry ORDER BY position').all()).toEqual([
    { id: 'e1', rowid: 2 },
    { id: 'e2', rowid: 1 },
  ]);
});

test('the full-text index keeps its way of merging in its own settings', () => {
  const settings = emptyCache().prepare('SELECT k, v FROM complaint_fts_config').all();
  expect(settings).toEqual(
    expect.arrayContaining([
      { k: 'automerge', v: 8 },
      { k: 'pgsz', v: 8000 },
      { k: 'usermerge', v: 2 },
    ]),
  );
});

test('the words of the full-text index can be listed', () => {
  const db = emptyCache();
  insertComplaint(db, { id: 'a', title: 'Lampu' });
  db.exec("INSERT INTO complaint_fts (complaint_fts) VALUES ('rebuild')");
  expect(db.prepare('SELECT term FROM complaint_fts_term').pluck().all()).toEqual(['1', 'f', 'lampu', 'o']);
});

test('complaints stand in the order of their arrival, and no two share a place in the order of receipt', () => {
  const db = emptyCache();
  insertComplaint(db, { id: 'newer', receivedNo: 20 });
  insertComplaint(db, { id: 'older', receivedNo: 10 });
  expect(db.prepare('SELECT id FROM complaint ORDER BY rid').pluck().all()).toEqual(['newer', 'older']);
  expect(() => insertComplaint(db, { id: 'third', receivedNo: 10 })).toThrow('complaint.receivedNo');
});

test('each complaint counts in the lists it belongs to, and only while it does', () => {
  const db = emptyCache();
  insertComplaint(db, { id: 'a', receivedNo: 1 });
  insertComplaint(db, { id: 'b', receivedNo: 2, bucket: 'tunda' });
  insertComplaint(db, { id: 'c', receivedNo: 3, rank: 9_900_000_000, bucket: 'selesai' });
  const counts = () => db.prepare('SELECT rank, ours, firstOwed, inProcess FROM queue_count').all();
  expect(counts()).toEqual([
    { rank: 7, ours: 2, firstOwed: 2, inProcess: 1 },
    { rank: 1_000_000_000, ours: 1, firstOwed: 1, inProcess: 0 },
  ]);
  db.exec("UPDATE complaint SET ours = 0 WHERE id = 'a'; UPDATE complaint SET rank = 8 WHERE id = 'b'");
  db.exec("DELETE FROM complaint WHERE id = 'c'");
  expect(counts()).toEqual([
    { rank: 7, ours: 0, firstOwed: 0, inProcess: 0 },
    { rank: 8, ours: 1, firstOwed: 1, inProcess: 0 },
    { rank: 1_000_000_000, ours: 0, firstOwed: 0, inProcess: 0 },
  ]);
});

test('a complaint is counted among those that wait for approval while a text of it does', () => {
  const db = emptyCache();
  insertComplaint(db, { id: 'a', receivedNo: 1, awaitsApproval: 1 });
  insertComplaint(db, { id: 'b', receivedNo: 2, awaitsApproval: 1 });
  insertComplaint(db, { id: 'c', receivedNo: 3 });
  const awaiting = () => db.prepare('SELECT awaiting FROM queue_count WHERE rank = 7').get();
  expect(awaiting()).toEqual({ awaiting: 2 });
  db.exec("UPDATE complaint SET awaitsApproval = 0 WHERE id = 'a'; DELETE FROM complaint WHERE id = 'b'");
  expect(awaiting()).toEqual({ awaiting: 0 });
});

test('what was written on a complaint stands beside its texts, in one value', () => {
  const db = emptyCache();
  insertComplaint(db, { rid: 1, id: 'a', receivedNo: 1 });
  insertComplaint(db, { rid: 2, id: 'b', receivedNo: 2 });
  insertEntries(db, 1, ['aspal tiba', '', 'aspal terpasang']);
  expect(db.prepare('SELECT history FROM complaint_search ORDER BY receivedNo').all()).toEqual([
    { history: 'aspal tiba\naspal terpasang' },
    { history: '' },
  ]);
});

test('the chunks of a fetched file go with it', () => {
  const db = emptyCache();
  db.exec(`
    INSERT INTO fetched_file (sha256, size, usedAt) VALUES ('a', 3, 0);
    INSERT INTO fetched_chunk VALUES ('a', 0, x'010203');
    DELETE FROM fetched_file`);
  expect(countOf(db, 'fetched_chunk')).toBe(0);
});
