import { DRAFT_KINDS } from '#shared/contract/desk.ts';
import type { Db } from '../open-database.ts';
import type { JournalTable, Salvaged, SalvagedRow } from './salvage.ts';

const UNANSWERED = "state IN ('queued', 'sending')";

/**
 * Brings what was read of the damaged journal into its older copy, or into an empty journal. The damaged one
 * is always the later of the two, so a row of it replaces the copy's; no clock is asked.
 */
export function mergeSalvaged(db: Db, salvaged: ReadonlyMap<JournalTable, Salvaged>): void {
  const part = (table: JournalTable): Salvaged => salvaged.get(table) ?? { rows: [], complete: false };
  db.transaction(() => {
    for (const table of ['session', 'setting'] as const) putAll(db, table, part(table).rows, 'REPLACE');
    putAll(db, 'log', part('log').rows, 'IGNORE');
    mergeCommands(db, part('command'));
    mergeDrafts(db, part('draft'), part('command').complete);
    if (db.prepare('SELECT 1 FROM session').get() === undefined) commandsToDrafts(db);
  }).immediate();
}

function mergeCommands(db: Db, { rows, complete }: Salvaged): void {
  if (complete) db.exec('DELETE FROM command');
  else {
    // Only the copy knows what became of these: taken back, as far as the log says so …
    db.exec(`
      DELETE FROM command WHERE ${UNANSWERED}
        AND id IN (SELECT command_id FROM log WHERE event = 'withdrawn');
      UPDATE command SET settled = 1 WHERE id IN (SELECT command_id FROM log WHERE event = 'reopened')`);
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
        SELECT 1 FROM command WHERE command.complaint_id = draft.complaint_id AND command.kind = draft.kind
          AND command.text = draft.text AND command.composed_at >= draft.updated_at)`);
  }
  putAll(db, 'draft', rows, 'REPLACE');
}

/** It can no longer be told who wrote them, and the next one to sign in must not send them unread. */
function commandsToDrafts(db: Db): void {
  const kinds = DRAFT_KINDS.map((kind) => `'${kind}'`).join(', ');
  db.exec(`
    INSERT INTO draft (complaint_id, kind, text, updated_at, trunk_revision, tracking_id, title)
      SELECT complaint_id, kind, text, composed_at, trunk_revision, tracking_id, title FROM command
      WHERE ${UNANSWERED} AND kind IN (${kinds}) ORDER BY seq
      ON CONFLICT (complaint_id, kind) DO UPDATE SET text = excluded.text || char(10, 10) || draft.text;
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
