import { existsSync } from 'node:fs';
import type { SyncEvent } from '#shared/contract/window/sync.ts';
import type { Day } from '#shared/domain/calendar/day.ts';
import { commit } from '../commit-hook.ts';
import { type Migration, migrate, newestVersion, schemaVersion } from '../migrate.ts';
import {
  type Db,
  ignoreStorageProblem,
  isDamage,
  isWhole,
  type OpenFailure,
  openDatabase,
  openToRead,
} from '../open-database.ts';
import { STANDALONE_PREFIX, sessionTable } from '../settings/session-table.ts';
import {
  laporVisitTable,
  morningTable,
  movedDeadlinesTable,
  noticeTable,
  proofTable,
  restorationTable,
  settingsTable,
  templatesTable,
  viewsTable,
  writingTable,
} from '../settings/window-tables.ts';
import { statements } from '../statements.ts';
import { attachmentTable } from './attachment-table.ts';
import { cleanMark } from './clean-mark.ts';
import { commandReader } from './command-reader.ts';
import { commandComposing, commandDelivery } from './command-writer.ts';
import { type CommitNote, commitCount, commitCounter, notedCommits, openCommitNote } from './commit-count.ts';
import { countedWrites } from './counted-writes.ts';
import { draftTable } from './draft-table.ts';
import { fileTable } from './file-table.ts';
import { copyBeside, copyOfDay, journalCopies } from './journal-copies.ts';
import { firstSchema } from './migrations/0001-first-schema.ts';
import { standaloneTable } from './standalone-table.ts';
import { tidyTime } from './tidy-time.ts';

export const JOURNAL_MIGRATIONS: readonly Migration[] = [firstSchema];

/** A line of the log, which is kept for ever: no texts, only which command and what became of it. */
export type LogEntry = {
  readonly event: SyncEvent['event'];
  readonly complaintId?: string;
  readonly commandId?: string;
  readonly detail?: string;
};

export type LoggedLine = Omit<SyncEvent, 'trackingId'> & { readonly complaintId: string | null };

export type JournalStore = ReturnType<typeof journalStore>;

export type JournalOpened =
  | { readonly ok: true; readonly journal: JournalStore }
  /** `newer_version`: a later Penghubung wrote it; this one would not understand everything in it. */
  | { readonly ok: false; readonly code: OpenFailure | 'newer_version' };

/**
 * Opens the officer's journal. Unless the last one that had it ended in peace, every page of it is checked
 * first. One that lacks transactions which were confirmed is `not_readable` like a damaged one. Before the
 * schema is raised a copy is put beside it. A journal that cannot be opened is left untouched.
 */
export function openJournal(path: string, key: Uint8Array): JournalOpened {
  const mark = cleanMark(path);
  const noted = notedCommits(path);
  const trusted = !existsSync(path) || mark.stands();
  if (!trusted && !isComplete(path, key, noted)) return NOT_READABLE;
  const opened = openDatabase(path, key, 'journal');
  if (!opened.ok) return opened;
  const { db } = opened;
  try {
    const refused = prepare(db, path, noted);
    if (refused === null) {
      mark.take();
      const note = openCommitNote(path);
      note.put(commitCount(db));
      return { ok: true, journal: journalStore(db, path, { mark, note }, trusted) };
    }
    db.close();
    return { ok: false, code: refused };
  } catch (error) {
    db.close();
    return { ok: false, code: isDamage(error) ? 'not_readable' : 'no_access' };
  }
}

const NOT_READABLE = { ok: false, code: 'not_readable' } as const;

/**
 * Whether every page can be read and no transaction lacks. Looked at without a change: SQLite would clear the
 * log away, or write it into a file that it does not belong to.
 */
function isComplete(path: string, key: Uint8Array, noted: number): boolean {
  const opened = openToRead(path, key);
  // Where it cannot be reached, opening it says so.
  if (!opened.ok) return opened.code === 'no_access';
  const { db } = opened;
  try {
    const version = schemaVersion(db);
    if (version === 0 || version > newestVersion(JOURNAL_MIGRATIONS)) return true;
    return isWhole(db) && commitCount(db) >= noted;
  } finally {
    db.close();
  }
}

/** Brings an opened journal to the state that the store works on; else why it must not be used. */
function prepare(db: Db, path: string, noted: number): 'not_readable' | 'newer_version' | null {
  const version = schemaVersion(db);
  const newest = newestVersion(JOURNAL_MIGRATIONS);
  if (version > newest) return 'newer_version';
  // A missing or empty file is a new journal to SQLite, but a lost one where something tells of it.
  if (version === 0 && (noted > 0 || journalCopies(path).length > 0)) return 'not_readable';
  if (version > 0 && version < newest) copyBeside(db, path, `v${version}`);
  migrate(db, JOURNAL_MIGRATIONS);
  if (commitCount(db) < noted) return 'not_readable';
  // The process ended while these were being sent: the central service may have them.
  const sending = db.prepare("SELECT 1 FROM command WHERE state = 'sending' LIMIT 1").get() !== undefined;
  const unsure = db.prepare("UPDATE command SET state = 'queued', unsure = 1 WHERE state = 'sending'");
  const count = commitCounter(db);
  // On a full disk they stay as they are: sent again by the same id, and never taken back.
  if (sending) ignoreStorageProblem(() => commit(db, () => [unsure.run(), count()]));
  return null;
}

/** The small files that say of a journal what it cannot say itself. */
type Beside = { readonly mark: ReturnType<typeof cleanMark>; readonly note: CommitNote };

/** Days for which what the officer threw away can come back. */
const REMOVED_KEPT_DAYS = 7;
/** Days after which a photo's larger original goes, once the central service has the text. */
const ORIGINALS_KEPT_DAYS = 7;
/** A central service restored from a backup asks again for the commands and files of 30 days. */
const DELIVERED_KEPT_DAYS = 31;

/**
 * What the officer did. Precious: nothing here exists anywhere else until the central service has answered.
 */
function journalStore(db: Db, path: string, beside: Beside, endedInPeace: boolean) {
  const { mark, note } = beside;
  const { write, onWritten, emptyLog, moveLog, writeIntoFile } = countedWrites(db, path, note);
  let suspected = false;
  const attachments = attachmentTable(db);
  const drafts = draftTable(db);
  const files = fileTable(db);
  const session = sessionTable(db);
  const tidyUntil = tidyTime(db);
  return {
    session,
    drafts,
    commands: {
      ...commandReader(db, attachments),
      ...commandComposing(db),
      ...commandDelivery(db, attachments),
    },
    attachments,
    files,
    settings: settingsTable(db),
    notices: noticeTable(db),
    moves: movedDeadlinesTable(db),
    visits: laporVisitTable(db),
    proof: proofTable(db),
    restoration: restorationTable(db),
    views: viewsTable(db),
    morning: morningTable(db),
    writing: writingTable(db),
    templates: templatesTable(db),
    standalone: standaloneTable(db),
    ...logTable(db),
    /** One transaction, on the disk when it returns. */
    write,
    onWritten,
    writeIntoFile,
    emptyLog,
    /** Whether the last program closed the journal. */
    endedInPeace,
    /** Makes the day's copy, unless it is there. Answers whether it did. Throws when it cannot. */
    copyOfDay: (day: Day) => copyOfDay(db, path, day),
    /** Copies it as it is before another version of the program is installed. Throws when it cannot. */
    copyForUpdate: () => copyBeside(db, path, 'update'),
    /**
     * Deletes what is no longer needed: thrown away a week ago, or at the central service for longer than it
     * may ask again. `now`: ms since 1970.
     */
    tidy: (now: number) =>
      write(() => {
        const until = tidyUntil(now);
        const ago = (days: number): number => until - days * 86_400_000;
        drafts.forgetRemoved(ago(REMOVED_KEPT_DAYS));
        attachments.forgetRemoved(ago(REMOVED_KEPT_DAYS));
        attachments.forgetOriginals(new Date(ago(ORIGINALS_KEPT_DAYS)).toISOString());
        // A standalone office has them nowhere else.
        if (session.session()?.centralUrl !== STANDALONE_PREFIX)
          attachments.forgetDelivered(new Date(ago(DELIVERED_KEPT_DAYS)).toISOString());
        files.forgetUnnamed();
      }),
    /** Whether every page is there and authentic. Reads the whole file. */
    isWhole: () => isWhole(db),
    /** Damage was seen: the next start checks the journal, however this run ends. */
    suspect: () => {
      suspected = true;
    },
    close: () => {
      moveLog();
      db.close();
      note.close();
      if (!suspected) mark.leave();
    },
  };
}

function logTable(db: Db) {
  const { row, rows, run, values } = statements(db);
  const insert = run<[string, string, string | null, string | null, string | null]>(
    'INSERT INTO log (at, event, complaintId, commandId, detail) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    /** `at`: ms since 1970. */
    log: (at: number, { event, complaintId, commandId, detail }: LogEntry) =>
      insert(new Date(at).toISOString(), event, complaintId ?? null, commandId ?? null, detail ?? null),
    /** The last lines of that log, newest first. */
    lastLines: rows<[limit: number], LoggedLine>(
      'SELECT at, event, complaintId, detail FROM log ORDER BY seq DESC LIMIT ?',
    ),
    /** The last line that says this of a command; null: there is none. Reads all lines of the log. */
    logged: row<[commandId: string, event: LogEntry['event']], Pick<LoggedLine, 'detail'>>(
      'SELECT detail FROM log WHERE commandId = ? AND event = ? ORDER BY seq DESC LIMIT 1',
    ),
    /** The complaints in the last lines of that log, each once. */
    lastTouched: values<[lines: number], string>(`
      SELECT DISTINCT complaintId FROM (SELECT complaintId FROM log ORDER BY seq DESC LIMIT ?)
      WHERE complaintId IS NOT NULL`),
  };
}
