import { expect, test } from 'vitest';
import { emptyDatabase, emptyJournal } from '../testing/empty-stores.ts';
import { firstSchema } from './journal/migrations/0001-first-schema.ts';
import { type Migration, migrate, schemaVersion } from './migrate.ts';

/**
 * The worked example of a migration: an invented second version of the journal, in which each draft knows how
 * often it was saved. A real one stands in a file of its own, is the next of `JOURNAL_MIGRATIONS`, and has a
 * test like this one.
 */
const savesOfDrafts: Migration = {
  version: 2,
  up: (db) =>
    db.exec(`
      ALTER TABLE draft ADD COLUMN saves INTEGER NOT NULL DEFAULT 0;
      UPDATE draft SET saves = 1;
      CREATE INDEX draft_saves ON draft (saves);`),
};
const MIGRATIONS = [firstSchema, savesOfDrafts];

const DRAFT = `
  INSERT INTO draft (id, complaintId, kind, text, choices, updatedAt, trunkRevision, trackingId, title)
  VALUES ('d1', 'a', 'return', 'Bukan wewenang', '{"suggestedAgency":"PLN"}', 'at', 3, '7', 't')`;

test('a migration keeps what the version before it has written', () => {
  const db = emptyDatabase('journal');
  migrate(db, [firstSchema]);
  expect(schemaVersion(db)).toBe(1);
  db.exec(DRAFT);
  migrate(db, MIGRATIONS);
  expect(schemaVersion(db)).toBe(2);
  expect(db.prepare('SELECT id, text, choices, trunkRevision, saves FROM draft').all()).toEqual([
    { id: 'd1', text: 'Bukan wewenang', choices: '{"suggestedAgency":"PLN"}', trunkRevision: 3, saves: 1 },
  ]);
});

test('a database of the newest version is left as it is', () => {
  const db = emptyJournal();
  migrate(db, MIGRATIONS);
  db.exec(`${DRAFT}; UPDATE draft SET saves = 5`);
  migrate(db, MIGRATIONS);
  expect(db.prepare('SELECT saves FROM draft').all()).toEqual([{ saves: 5 }]);
});

test('a new database goes through every version', () => {
  const db = emptyDatabase('journal');
  migrate(db, MIGRATIONS);
  expect(schemaVersion(db)).toBe(2);
  expect(db.prepare('SELECT count(saves) AS n FROM draft').get()).toEqual({ n: 0 });
});
