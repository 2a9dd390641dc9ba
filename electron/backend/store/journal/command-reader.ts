import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import type { AttachmentTable } from './attachment-table.ts';
import { type CommandRow, type StoredCommand, storedOf } from './command-rows.ts';
import { COMMAND_SQL as SQL } from './command-sql.ts';

type CommandCounts = {
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

export function commandReader(db: Db, attachments: Pick<AttachmentTable, 'sentWith' | 'upload'>) {
  const { mapped, row, rows, values } = statements(db);
  const stored = (command: CommandRow, waits: boolean): StoredCommand =>
    storedOf(command, attachments.sentWith(command.id), waits ? attachments.upload(command.id) : null);
  const commands = mapped((command: CommandRow) =>
    stored(command, command.state === 'queued' || command.state === 'sending'),
  );
  const pendingIds = values<[], string>(SQL.pendingIds);
  const pendingTemplates = commands.rows<[]>(SQL.pendingTemplates);
  const unaccepted = commands.rows<[string]>(SQL.unaccepted);
  const open = commands.rows<[number]>(SQL.open);
  const delivered = commands.rows<[string, number]>(SQL.delivered);
  const counts = row<[], CommandCounts>(SQL.counts);
  return {
    get: commands.row<[id: string]>(SQL.byId),
    of: commands.rows<[subject: string]>(SQL.ofSubject),
    /**
     * In the order of composing: everything that the central service must still be asked. What is asked again
     * after a restored backup waits for its files like what is new.
     */
    toSend: mapped((command: CommandRow) => stored(command, true)).rows<[]>(SQL.toSend),
    pendingOf: commands.rows<[complaintId: string]>(SQL.pendingOf),
    pendingIds: (): ReadonlySet<string> => new Set(pendingIds()),
    /** Those about templates of the office, in the order of composing. */
    pendingTemplates: () => pendingTemplates().map(({ command }) => command),
    /** Complaints on which something stands that must not get lost, each once, also when renamed. */
    openSubjects: rows<[], Subject>(SQL.openSubjects),
    /** The last command about each of these that was not accepted, reading marks aside. */
    lastUnaccepted: (subjects: readonly string[]): ReadonlyMap<string, StoredCommand> =>
      new Map(unaccepted(JSON.stringify(subjects)).map((command) => [command.subject, command])),
    outbox: (answeredSince: string, limit: number) => [...open(limit), ...delivered(answeredSince, limit)],
    counts: () => counts() ?? { undelivered: 0, anything: 0, refused: 0 },
    /** Refused, on the list, and only because of this one before it. */
    followersOf: commands.rows<[id: string]>(SQL.followers),
  };
}
