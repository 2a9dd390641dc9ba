import { DRAFT_KINDS } from '#shared/domain/commands/command.ts';
import { commit } from '../store/commit-hook.ts';
import { COMMAND_CHOICES, COMMAND_TEXT } from '../store/journal/command-reader.ts';
import { codeOf, type Db } from '../store/open-database.ts';
import type { JournalTable, Salvaged, SalvagedJournal, SalvagedRow } from './salvage.ts';

const UNANSWERED = "state IN ('queued', 'sending')";

const MERGED_BY_THEMSELVES: readonly JournalTable[] = ['log', 'command', 'draft'];

/**
 * Brings what was read of a damaged journal into an older state of it, or into an empty journal. The damaged
 * one is the later of the two, so a row of it replaces the older one's; no clock is asked. A row that does
 * not fit is left out: pages of two ages, or of two journals, can tell of rows that never were.
 * @returns whether all of it was read, and taken
 */
export function mergeSalvaged(db: Db, salvaged: SalvagedJournal): boolean {
  const part = (table: JournalTable): Salvaged => salvaged.get(table) ?? { rows: [], complete: false };
  let leftOut = 0;
  const put = (table: JournalTable, onConflict: 'REPLACE' | 'IGNORE'): void => {
    leftOut += putAll(db, table, part(table).rows, onConflict);
  };
  // A file and its place in a text may come from different ages; what does not fit is mended at the end.
  db.pragma('foreign_keys = OFF');
  commit(db, () => {
    for (const [table, { complete }] of salvaged) {
      if (MERGED_BY_THEMSELVES.includes(table)) continue;
      // What was deleted since stays deleted, where the whole table could be read.
      if (complete) db.exec(`DELETE FROM ${table}`);
      put(table, 'REPLACE');
    }
    put('log', 'IGNORE');
    // Complaints may be of another age than the texts on them: a standalone office reads its own anew, and
    // decides again.
    db.exec('UPDATE standalone_office SET epoch = NULL');
    forgetCommands(db, part('command').complete);
    put('command', 'REPLACE');
    forgetDrafts(db, part('draft').complete && part('command').complete);
    put('draft', 'REPLACE');
    mendFiles(db);
    if (db.prepare("SELECT 1 FROM session WHERE which = 'present'").get() === undefined) commandsToDrafts(db);
  });
  db.pragma('foreign_keys = ON');
  return leftOut === 0 && salvaged.size > 0 && [...salvaged.values()].every(({ complete }) => complete);
}

function forgetCommands(db: Db, complete: boolean): void {
  if (complete) db.exec('DELETE FROM command');
  else {
    // Only the copy knows what became of these: taken back, as far as the log says so …
    db.exec(`
      DELETE FROM command WHERE ${UNANSWERED}
        AND id IN (SELECT commandId FROM log WHERE event = 'withdrawn');
      UPDATE command SET settled = 1 WHERE id IN (SELECT commandId FROM log WHERE event IN ('reopened', 'resent', 'discarded'))`);
    // … else they may have been sent since: the central service is asked by their id, which never takes
    // effect twice.
    db.exec(`UPDATE command SET unsure = 1 WHERE ${UNANSWERED}`);
  }
}

function forgetDrafts(db: Db, complete: boolean): void {
  // A draft that is gone was emptied or sent; the command it was sent with may be what cannot be read.
  if (complete) db.exec('DELETE FROM draft');
  else {
    // Written when the copy was made, sent since.
    db.exec(`
      DELETE FROM draft WHERE EXISTS (
        SELECT 1 FROM command WHERE command.subject = draft.complaintId AND command.kind IN (draft.kind, 'propose')
          AND ${COMMAND_TEXT} = draft.text AND command.composedAt >= draft.updatedAt)`);
  }
}

/** An attachment whose file is lost goes; a file with a hole is not offered: its text need not wait. */
function mendFiles(db: Db): void {
  db.exec(`
    DELETE FROM file_chunk WHERE fileId NOT IN (SELECT id FROM file);
    UPDATE attachment SET otherFileId = NULL WHERE otherFileId NOT IN (SELECT id FROM file);
    DELETE FROM attachment WHERE fileId NOT IN (SELECT id FROM file);
    DELETE FROM attachment WHERE copyOf NOT IN (SELECT id FROM attachment);
    UPDATE file SET state = 'refused' WHERE state = 'here' AND size <> (
      SELECT coalesce(sum(length(bytes)), 0) FROM file_chunk WHERE fileId = file.id)`);
}

/** It can no longer be told who wrote them, and the next one to sign in must not send them unread. */
function commandsToDrafts(db: Db): void {
  const kinds = DRAFT_KINDS.map((kind) => `'${kind}'`).join(', ');
  // The draft it was sent from, as far as the copy still has it, says the same.
  db.exec(`
    DELETE FROM draft WHERE id NOT IN (SELECT owner FROM attachment) AND EXISTS (
      SELECT 1 FROM command WHERE ${UNANSWERED} AND command.subject = draft.complaintId
        AND command.kind IN (draft.kind, 'propose') AND ${COMMAND_TEXT} = draft.text)`);
  // Each is a draft of its own, under the id of the command: its files go along.
  db.exec(`
    INSERT INTO draft (id, complaintId, kind, text, choices, updatedAt, trunkRevision, trackingId, title)
      SELECT id, subject, kind, ${COMMAND_TEXT}, ${COMMAND_CHOICES}, composedAt, trunkRevision, trackingId, title FROM command
      WHERE ${UNANSWERED} AND kind IN (${kinds}) ORDER BY seq;
    DELETE FROM command WHERE ${UNANSWERED}`);
}

/**
 * Rows of an older version have fewer columns; the rest takes its default. Answers how many did not fit.
 */
function putAll(
  db: Db,
  table: JournalTable,
  rows: readonly SalvagedRow[],
  onConflict: 'REPLACE' | 'IGNORE',
): number {
  const [first] = rows;
  if (first === undefined) return 0;
  const columns = Object.keys(first);
  const places = columns.map(() => '?').join(', ');
  const put = db.prepare(`INSERT OR ${onConflict} INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
  let leftOut = 0;
  for (const row of rows) {
    try {
      put.run(...columns.map((column) => row[column] ?? null));
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_CONSTRAINT')) throw error;
      leftOut++;
    }
  }
  return leftOut;
}
