import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { migrate } from '../../migrate.ts';
import { openDatabase } from '../../open-database.ts';
import { JOURNAL_MIGRATIONS } from '../journal-store.ts';

test('the OPD that a return was meant for stays what was chosen for it', () => {
  const opened = openDatabase(join(temporaryFolder(), 'journal.db'), randomBytes(32), 'journal');
  if (!opened.ok) throw new Error(opened.code);
  const { db } = opened;
  migrate(db, JOURNAL_MIGRATIONS.slice(0, 2));
  const draft = `INSERT INTO draft
    (id, complaint_id, kind, text, suggested_agency, updated_at, trunk_revision, tracking_id, title) VALUES`;
  const command = `INSERT INTO command
    (id, complaint_id, kind, text, suggested_agency, trunk_revision, composed_at, tracking_id, title, state) VALUES`;
  db.exec(`
    ${draft} ('d1', 'a', 'return', 'x', 'PLN', 'at', 1, '1', 't'), ('d2', 'a', 'follow_up', 'x', NULL, 'at', 1, '1', 't');
    ${command} ('c1', 'a', 'return', 'x', 'PLN', 1, 'at', '1', 't', 'queued'),
      ('c2', 'a', 'return', 'x', NULL, 1, 'at', '1', 't', 'queued'),
      ('c3', 'a', 'follow_up', 'x', NULL, 1, 'at', '1', 't', 'queued')`);
  migrate(db, JOURNAL_MIGRATIONS.slice(0, 3));
  const choices = (table: string) =>
    db.prepare<[], { choices: string }>(`SELECT choices FROM ${table} ORDER BY id`).all();
  expect(choices('draft').map((row) => JSON.parse(row.choices))).toEqual([{ suggestedAgency: 'PLN' }, {}]);
  expect(choices('command').map((row) => JSON.parse(row.choices))).toEqual([
    { suggestedAgency: 'PLN' },
    { suggestedAgency: null },
    {},
  ]);
});
