import type { Command } from '#shared/domain/commands/command.ts';
import type { Db } from '../open-database.ts';
import type { AttachmentTable } from './attachment-table.ts';
import {
  type CommandFiles,
  type CommandRow,
  type PendingCommand,
  type StoredCommand,
  storedOf,
} from './command-rows.ts';
import { COMMAND_SQL as SQL } from './command-sql.ts';

export type CommandCounts = {
  /** Without the central service's answer; reading marks are not counted. */
  readonly undelivered: number;
  /** The same, with reading marks: zero means that the journal holds nothing for the central service. */
  readonly anything: number;
  /** Refused, and not yet taken off the list. */
  readonly refused: number;
};

/** How the outbox names what a command is about. */
export type Titled = { readonly trackingId: string; readonly title: string };
export type Subject = Titled & { readonly complaintId: string };

export type CommandReader = {
  readonly get: (id: string) => StoredCommand | null;
  readonly of: (subject: string) => readonly StoredCommand[];
  /** In the order of composing: everything that the central service must still be asked. */
  readonly toSend: () => readonly StoredCommand[];
  readonly pendingOf: (complaintId: string) => readonly PendingCommand[];
  readonly pendingIds: () => ReadonlySet<string>;
  /** Those about templates of the office, in the order of composing. */
  readonly pendingTemplates: () => readonly Command[];
  /** Complaints on which something stands that must not get lost, each once, also when renamed. */
  readonly openSubjects: () => readonly Subject[];
  /** The last command about each of these that was not accepted, reading marks aside. */
  readonly lastUnaccepted: (subjects: readonly string[]) => ReadonlyMap<string, StoredCommand>;
  readonly outbox: (answeredSince: string, limit: number) => readonly StoredCommand[];
  readonly counts: () => CommandCounts;
  /** Refused, on the list, and only because of this one before it. */
  readonly followersOf: (id: string) => readonly StoredCommand[];
};

export function commandReader(
  db: Db,
  attachments: Pick<AttachmentTable, 'sentWith' | 'upload'>,
): CommandReader {
  const filesOf = (row: CommandRow, waits: boolean): CommandFiles => ({
    attachments: attachments.sentWith(row.id),
    upload: waits ? attachments.upload(row.id) : null,
  });
  const storedRow = (row: CommandRow): StoredCommand =>
    storedOf(row, filesOf(row, row.state === 'queued' || row.state === 'sending'));
  const rows = (sql: string) => db.prepare<unknown[], CommandRow>(sql);
  const byId = rows(SQL.byId);
  const ofSubject = rows(SQL.ofSubject);
  const toSend = rows(SQL.toSend);
  const pending = rows(SQL.pendingOf);
  const pendingIds = db.prepare<[], string>(SQL.pendingIds).pluck();
  const pendingTemplates = rows(SQL.pendingTemplates);
  const openSubjects = db.prepare<[], Subject>(SQL.openSubjects);
  const unaccepted = rows(SQL.unaccepted);
  const open = rows(SQL.open);
  const delivered = rows(SQL.delivered);
  const counts = db.prepare<[], CommandCounts>(SQL.counts);
  const followers = rows(SQL.followers);
  return {
    get: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : storedRow(row);
    },
    of: (subject) => ofSubject.all(subject).map(storedRow),
    // What is asked again after a restored backup waits for its files like what is new.
    toSend: () => toSend.all().map((row) => storedOf(row, filesOf(row, true))),
    pendingOf: (complaintId) =>
      pending.all(complaintId).map((row) => {
        const { command, answeredAt, receipt } = storedRow(row);
        return { command, answeredAt, receipt };
      }),
    pendingIds: () => new Set(pendingIds.all()),
    pendingTemplates: () => pendingTemplates.all().map((row) => storedRow(row).command),
    openSubjects: () => openSubjects.all(),
    lastUnaccepted: (subjects) =>
      new Map(unaccepted.all(JSON.stringify(subjects)).map((row) => [row.subject, storedRow(row)] as const)),
    outbox: (answeredSince, limit) =>
      [...open.all(limit), ...delivered.all(answeredSince, limit)].map(storedRow),
    counts: () => counts.get() ?? { undelivered: 0, anything: 0, refused: 0 },
    followersOf: (id) => followers.all(id).map(storedRow),
  };
}
