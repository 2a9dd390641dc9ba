import { expect, test } from 'vitest';
import { emptyJournal } from '../../../testing/empty-stores.ts';
import { queryPlan } from '../../../testing/query-plan.ts';
import { schemaVersion } from '../../migrate.ts';
import { COMMAND_SQL } from '../command-reader.ts';
import { TO_UPLOAD_SQL } from '../file-table.ts';

const INSERT = `
  INSERT INTO command (id, subject, kind, payload, trunkRevision, composedAt, trackingId, title, state)
  VALUES ('c1', 'a', 'follow_up', '{}', 1, 'at', '7', 't', ?)`;

test('a new journal is at version 1 and holds nothing', () => {
  const db = emptyJournal();
  expect(schemaVersion(db)).toBe(1);
  for (const table of ['session', 'settings', 'draft', 'command', 'log']) {
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
  }
});

test('a command is stored once, in a state that exists', () => {
  const db = emptyJournal();
  db.prepare(INSERT).run('queued');
  expect(() => db.prepare(INSERT).run('queued')).toThrow(/UNIQUE/);
  expect(() => db.prepare(INSERT.replace("'c1'", "'c2'")).run('somewhere')).toThrow(/CHECK/);
});

test('a line of the log can be neither changed nor deleted', () => {
  const db = emptyJournal();
  db.exec("INSERT INTO log (at, event) VALUES ('at', 'composed')");
  expect(() => db.exec("UPDATE log SET event = 'accepted'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM log')).toThrow('append-only');
});

test('the chunks of a file go with it, and a file that a text names cannot go', () => {
  const db = emptyJournal();
  db.exec(`
    INSERT INTO file (id, size) VALUES (1, 3), (2, 3);
    INSERT INTO file_chunk (fileId, start, bytes) VALUES (1, 0, x'010203'), (2, 0, x'010203');
    INSERT INTO attachment (id, owner, name, fileId) VALUES ('a', 'd', 'foto.jpg', 2)`);
  db.exec('DELETE FROM file WHERE id = 1');
  expect(db.prepare('SELECT fileId FROM file_chunk').all()).toEqual([{ fileId: 2 }]);
  expect(() => db.exec('DELETE FROM file WHERE id = 2')).toThrow(/FOREIGN KEY/);
  expect(() => db.exec("INSERT INTO file_chunk (fileId, start, bytes) VALUES (2, 0, x'00')")).toThrow(
    /UNIQUE/,
  );
});

test.each<[keyof typeof COMMAND_SQL, string]>([
  ['toSend', 'command_to_send'],
  ['pendingOf', 'command_visible'],
  ['pendingIds', 'command_visible'],
  ['ofSubject', 'command_of_subject'],
  ['delivered', 'command_answered'],
])('the statement "%s" uses its index and does not sort', (name, index) => {
  const plan = queryPlan(emptyJournal(), COMMAND_SQL[name]);
  expect(plan).toHaveLength(1);
  expect(plan[0]).toContain(index);
});

test('commands are counted by the indexes of those that wait and of those that were refused', () => {
  const steps = queryPlan(emptyJournal(), COMMAND_SQL.counts).filter((step) => step.includes(' command '));
  expect(steps.map((step) => /command_\w+/.exec(step)?.[0])).toEqual([
    'command_to_send',
    'command_to_send',
    'command_refused',
    'command_to_send',
    'command_to_send',
  ]);
});

test('the files to upload are found from the commands that wait, without reading any bytes', () => {
  const plan = queryPlan(emptyJournal(), TO_UPLOAD_SQL).join('\n');
  expect(plan).toContain('command_to_send');
  expect(plan).toContain('attachment_of_owner');
  expect(plan).not.toContain('file_chunk');
});
