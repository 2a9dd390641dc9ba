import { DRAFT_KINDS } from '#shared/domain/commands/command.ts';
import { commit } from '../store/commit-hook.ts';
import { ALONE_EPOCH } from '../store/journal/standalone-table.ts';
import type { Db } from '../store/open-database.ts';
import type { JournalTable, Salvaged, SalvagedRow } from './salvage.ts';

const UNANSWERED = "state IN ('queued', 'sending')";

/**
 * Brings what was read of the damaged journal into its older copy, or into an empty journal. The damaged one
 * is always the later of the two, so a row of it replaces the copy's; no clock is asked.
 */
export function mergeSalvaged(db: Db, salvaged: ReadonlyMap<JournalTable, Salvaged>): void {
  const part = (table: JournalTable): Salvaged => salvaged.get(table) ?? { rows: [], complete: false };
  // A file and its place in a text may come from different ages; what does not fit is mended at the end.
  db.pragma('foreign_keys = OFF');
  commit(db, () => {
    for (const table of ['session', 'setting'] as const) putAll(db, table, part(table).rows, 'REPLACE');
    putAll(db, 'log', part('log').rows, 'IGNORE');
    putAll(db, 'alone_report', part('alone_report').rows, 'REPLACE');
    // Reports may be of another age than the texts on them: an office alone reads its own anew, and decides
    // again.
    db.prepare('DELETE FROM setting WHERE name = ?').run(ALONE_EPOCH);
    mergeCommands(db, part('command'));
    mergeDrafts(db, part('draft'), part('command').complete);
    for (const table of ['file', 'file_chunk', 'attachment'] as const) mergeFiles(db, table, part(table));
    mendFiles(db);
    if (db.prepare('SELECT 1 FROM session').get() === undefined) commandsToDrafts(db);
  });
  db.pragma('foreign_keys = ON');
}

function mergeCommands(db: Db, { rows, complete }: Salvaged): void {
  if (complete) db.exec('DELETE FROM command');
  else {
    // Only the copy knows what became of these: taken back, as far as the log says so …
    db.exec(`
      DELETE FROM command WHERE ${UNANSWERED}
        AND id IN (SELECT command_id FROM log WHERE event = 'withdrawn');
      UPDATE command SET settled = 1 WHERE id IN (SELECT command_id FROM log WHERE event IN ('reopened', 'resent', 'discarded'))`);
    // … else they may have been sent since: the centre is asked by their id, which never takes effect twice.
    db.exec(`UPDATE command SET unsure = 1 WHERE ${UNANSWERED}`);
  }
  putAll(db, 'command', rows, 'REPLACE');
}

function mergeDrafts(db: Db, { rows, complete }: Salvaged, allCommands: boolean): void {
  // A draft that is gone was emptied or sent; the command it was sent with may be what cannot be read.
  if (complete && allCommands) db.exec('DELETE FROM draft');
  else {
    // Written when the copy was made, sent since.
    db.exec(`
      DELETE FROM draft WHERE EXISTS (
        SELECT 1 FROM command WHERE command.complaint_id = draft.complaint_id AND command.kind IN (draft.kind, 'propose')
          AND command.text = draft.text AND command.composed_at >= draft.updated_at)`);
  }
  putAll(db, 'draft', rows, 'REPLACE');
}

function mergeFiles(db: Db, table: JournalTable, { rows, complete }: Salvaged): void {
  if (complete) db.exec(`DELETE FROM ${table}`);
  putAll(db, table, rows, 'REPLACE');
}

/**
 * A place whose file is lost goes; a file with a hole is not offered to the centre, so that its text is not
 * held up by it.
 */
function mendFiles(db: Db): void {
  db.exec(`
    DELETE FROM file_chunk WHERE file_id NOT IN (SELECT id FROM file);
    UPDATE attachment SET other_file_id = NULL WHERE other_file_id NOT IN (SELECT id FROM file);
    DELETE FROM attachment WHERE file_id NOT IN (SELECT id FROM file);
    UPDATE file SET state = 'refused' WHERE state = 'here' AND size <> (
      SELECT coalesce(sum(length(bytes)), 0) FROM file_chunk WHERE file_id = file.id)`);
}

/** It can no longer be told who wrote them, and the next one to sign in must not send them unread. */
function commandsToDrafts(db: Db): void {
  const kinds = DRAFT_KINDS.map((kind) => `'${kind}'`).join(', ');
  // The draft it was sent from, as far as the copy still has it, says the same.
  db.exec(`
    DELETE FROM draft WHERE id NOT IN (SELECT owner FROM attachment) AND EXISTS (
      SELECT 1 FROM command WHERE ${UNANSWERED} AND command.complaint_id = draft.complaint_id
        AND command.kind IN (draft.kind, 'propose') AND command.text = draft.text)`);
  // Each is a draft of its own, under the id of the command: its files go along.
  db.exec(`
    INSERT INTO draft (id, complaint_id, kind, text, choices, updated_at, trunk_revision, tracking_id, title)
      SELECT id, complaint_id, kind, text, choices, composed_at, trunk_revision, tracking_id, title FROM command
      WHERE ${UNANSWERED} AND kind IN (${kinds}) ORDER BY seq;
    DELETE FROM command WHERE ${UNANSWERED}`);
}

/** Rows of an older version have fewer columns; the rest takes its default. */
function putAll(
  db: Db,
  table: JournalTable,
  rows: readonly SalvagedRow[],
  onConflict: 'REPLACE' | 'IGNORE',
): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const places = columns.map(() => '?').join(', ');
  const put = db.prepare(`INSERT OR ${onConflict} INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
  for (const row of rows) put.run(...columns.map((column) => row[column] ?? null));
}
