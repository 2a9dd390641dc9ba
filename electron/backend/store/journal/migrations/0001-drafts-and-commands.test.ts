import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { type Db, openDatabase } from '../../open-database.ts';
import { draftsAndCommands } from './0001-drafts-and-commands.ts';

function migrated(): Db {
  const opened = openDatabase(join(temporaryFolder(), 'journal.db'), randomBytes(32), 'journal');
  if (!opened.ok) throw new Error(opened.code);
  migrate(opened.db, [draftsAndCommands]);
  return opened.db;
}

const INSERT = `INSERT INTO command (id, complaint_id, kind, text, trunk_revision, composed_at, tracking_id, title, state)
  VALUES ('c1', 'a', 'follow_up', 'x', 1, 'at', '7', 't', ?)`;

test('a new journal is at version 1 and holds nothing', () => {
  const db = migrated();
  expect(schemaVersion(db)).toBe(1);
  for (const table of ['session', 'setting', 'draft', 'command', 'log']) {
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
  }
});

test('a command is stored once, in a state that exists', () => {
  const db = migrated();
  db.prepare(INSERT).run('queued');
  expect(() => db.prepare(INSERT).run('queued')).toThrow(/UNIQUE/);
  expect(() => db.prepare(INSERT.replace("'c1'", "'c2'")).run('somewhere')).toThrow(/CHECK/);
});

test('the log only grows', () => {
  const db = migrated();
  db.exec("INSERT INTO log (at, event) VALUES ('at', 'composed')");
  expect(() => db.exec("UPDATE log SET event = 'accepted'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM log')).toThrow('append-only');
});

test.each([
  [
    "SELECT id FROM command WHERE state IN ('queued', 'sending') OR resend = 1 ORDER BY seq",
    'command_to_send',
  ],
  [
    "SELECT DISTINCT complaint_id FROM command WHERE state IN ('queued', 'sending') OR (state = 'accepted' AND passed = 0)",
    'command_visible',
  ],
  ["SELECT count(*) FROM command WHERE state = 'refused' AND settled = 0", 'command_refused'],
  ['SELECT id FROM command WHERE complaint_id = ? ORDER BY seq', 'command_of_complaint'],
  [
    "SELECT id FROM command WHERE state = 'accepted' AND answered_at >= ? ORDER BY answered_at DESC LIMIT ?",
    'command_answered',
  ],
])('%s uses its index and does not sort', (sql, index) => {
  const plan = queryPlan(migrated(), sql);
  expect(plan).toHaveLength(1);
  expect(plan[0]).toContain(index);
});
