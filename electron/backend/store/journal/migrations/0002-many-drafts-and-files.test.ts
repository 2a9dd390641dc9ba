import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../testing/desk-bench.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { migrate, schemaVersion } from '../../migrate.ts';
import { type Db, openDatabase } from '../../open-database.ts';
import { TO_UPLOAD_SQL } from '../file-table.ts';
import { draftsAndCommands } from './0001-drafts-and-commands.ts';
import { manyDraftsAndFiles } from './0002-many-drafts-and-files.ts';

function opened(): Db {
  const answer = openDatabase(join(temporaryFolder(), 'journal.db'), randomBytes(32), 'journal');
  if (!answer.ok) throw new Error(answer.code);
  return answer.db;
}

function migrated(): Db {
  const db = opened();
  migrate(db, [draftsAndCommands, manyDraftsAndFiles]);
  return db;
}

test('the drafts of the version before stay, each with an id of its own, in the order of writing', () => {
  const db = opened();
  migrate(db, [draftsAndCommands]);
  db.exec(`
    INSERT INTO draft VALUES ('a', 'follow_up', 'kedua', '2026-11-02', 3, '7', 't');
    INSERT INTO draft VALUES ('a', 'internal_note', 'pertama', '2026-11-01', 2, '7', 't')`);
  migrate(db, [draftsAndCommands, manyDraftsAndFiles]);
  expect(schemaVersion(db)).toBe(2);
  const rows = db.prepare<[], { id: string; text: string; trunk_revision: number }>(
    'SELECT id, text, trunk_revision FROM draft ORDER BY seq',
  );
  expect(rows.all().map(({ text, trunk_revision }) => [text, trunk_revision])).toEqual([
    ['pertama', 2],
    ['kedua', 3],
  ]);
  const ids = rows.all().map(({ id }) => id);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(2);
});

test('the pieces of a file go with it, and a file that a text names cannot go', () => {
  const db = migrated();
  db.exec(`
    INSERT INTO file (id, size) VALUES (1, 3), (2, 3);
    INSERT INTO file_piece (file_id, start, bytes) VALUES (1, 0, x'010203'), (2, 0, x'010203');
    INSERT INTO attachment (id, owner, name, file_id) VALUES ('a', 'd', 'foto.jpg', 2)`);
  db.exec('DELETE FROM file WHERE id = 1');
  expect(db.prepare('SELECT file_id FROM file_piece').all()).toEqual([{ file_id: 2 }]);
  expect(() => db.exec('DELETE FROM file WHERE id = 2')).toThrow(/FOREIGN KEY/);
  expect(() => db.exec("INSERT INTO file_piece (file_id, start, bytes) VALUES (2, 0, x'00')")).toThrow(
    /UNIQUE/,
  );
});

test('what is to be uploaded is found from the commands that wait, without reading any bytes', () => {
  const plan = queryPlan(migrated(), TO_UPLOAD_SQL).join('\n');
  expect(plan).toContain('command_to_send');
  expect(plan).toContain('attachment_of_owner');
  expect(plan).not.toContain('file_piece');
});
