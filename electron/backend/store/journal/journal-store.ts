import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { type Migration, migrate, newestVersion, schemaVersion } from '../migrate.ts';
import { type Db, type OpenFailure, openDatabase } from '../open-database.ts';
import { type CommandTable, commandTable } from './command-table.ts';
import { type DraftTable, draftTable } from './draft-table.ts';
import { draftsAndCommands } from './migrations/0001-drafts-and-commands.ts';
import { type SessionTable, sessionTable } from './session-table.ts';

export const JOURNAL_MIGRATIONS: readonly Migration[] = [draftsAndCommands];

/** What happened, for ever: no texts, only which command and what became of it. */
export type LogEntry = {
  readonly event:
    | 'enrolled'
    | 'composed'
    | 'withdrawn'
    | 'accepted'
    | 'refused'
    | 'reopened'
    | 'history_changed';
  readonly complaintId?: string;
  readonly commandId?: string;
  readonly detail?: string;
};

/** What the officer did. Precious: nothing here exists anywhere else until the centre has answered. */
export type JournalStore = {
  readonly session: SessionTable;
  readonly drafts: DraftTable;
  readonly commands: CommandTable;
  readonly log: (at: number, entry: LogEntry) => void;
  /** One transaction, on the disk when it returns. */
  readonly write: <T>(work: () => T) => T;
  readonly close: () => void;
};

export type JournalOpened =
  | { readonly ok: true; readonly journal: JournalStore }
  /** `newer_version`: a later Penghubung wrote it; this one would not understand everything in it. */
  | { readonly ok: false; readonly code: OpenFailure | 'newer_version' };

/**
 * Opens the officer's journal. Before the schema is raised a copy is put beside it. A journal that cannot
 * be opened is left untouched.
 */
export function openJournal(path: string, key: Uint8Array): JournalOpened {
  const opened = openDatabase(path, key, 'journal');
  if (!opened.ok) return opened;
  const { db } = opened;
  const version = schemaVersion(db);
  if (version > newestVersion(JOURNAL_MIGRATIONS)) {
    db.close();
    return { ok: false, code: 'newer_version' };
  }
  if (version > 0 && version < newestVersion(JOURNAL_MIGRATIONS)) copyBeside(db, path, version);
  migrate(db, JOURNAL_MIGRATIONS);
  // The process ended while these were on their way: the centre may have them.
  db.prepare("UPDATE command SET state = 'queued', unsure = 1 WHERE state = 'sending'").run();
  return { ok: true, journal: journalStore(db) };
}

/** `VACUUM INTO`, because SQLite's own backup cannot read an encrypted file. The copy has the same key. */
export function copyBeside(db: Db, path: string, version: number): void {
  const copy = `${path}.v${version}`;
  const unfinished = `${copy}.new`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  const file = openSync(unfinished, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, copy);
}

function journalStore(db: Db): JournalStore {
  const insertLog = db.prepare(
    'INSERT INTO log (at, event, complaint_id, command_id, detail) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    session: sessionTable(db),
    drafts: draftTable(db),
    commands: commandTable(db),
    log: (at, entry) => {
      insertLog.run(
        new Date(at).toISOString(),
        entry.event,
        entry.complaintId ?? null,
        entry.commandId ?? null,
        entry.detail ?? null,
      );
    },
    write: (work) => db.transaction(work).immediate(),
    close: () => {
      db.close();
    },
  };
}
