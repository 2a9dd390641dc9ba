import { isSilent, OFFICE_KINDS } from '#shared/domain/commands/command.ts';
import { COMMAND_KINDS, type CommandKind } from '#shared/domain/commands/registry.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import type { AttachmentTable } from './attachment-table.ts';
import { type CommandRow, type StoredCommand, storedOf } from './command-rows.ts';

type CommandCounts = {
  /** Without the central service's answer; reading marks are not counted. */
  readonly undelivered: number;
  /** The same, with reading marks: zero means that the journal holds nothing for the central service. */
  readonly anything: number;
  /** Refused, and not yet taken off the list. */
  readonly refused: number;
  /** Set aside; and the number of the complaint that the first of them is about. */
  readonly aside: number;
  readonly asideTrackingId: string | null;
};

/** How the outbox names what a command is about. */
export type Titled = { readonly trackingId: string; readonly title: string };
export type Subject = Titled & { readonly complaintId: string };

const COLUMNS = `
  id, subject, kind, payload, trunkRevision, after, composedAt, trackingId, title,
  state, unsure, heldUntil, notBefore, aside, receipt, answeredAt, refusal, settled`;
const SELECT = `SELECT ${COLUMNS} FROM command`;
export const UNANSWERED = "state IN ('queued', 'sending')";
const PENDING = `(${UNANSWERED} OR (state = 'accepted' AND passed = 0))`;
/** These stand at the top of the outbox; each has a partial index of its own. */
const REFUSED = "state = 'refused' AND settled = 0";
const oneOf = (kinds: readonly CommandKind[]): string =>
  `kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
const ABOUT_TEMPLATES = oneOf(OFFICE_KINDS);
const SILENT = oneOf(COMMAND_KINDS.filter(isSilent));
const ASIDE = `${UNANSWERED} AND aside = 1 AND NOT ${SILENT}`;

/** The questions that are asked most. Each says the condition of its partial index as the schema does. */
export const COMMAND_SQL = {
  ofSubject: `${SELECT} WHERE subject = ? ORDER BY seq`,
  toSend: `${SELECT} WHERE ${UNANSWERED} OR resend = 1 ORDER BY seq`,
  pendingOf: `${SELECT} INDEXED BY command_visible WHERE subject = ? AND ${PENDING} ORDER BY seq`,
  pendingIds: `SELECT DISTINCT subject FROM command WHERE ${PENDING}`,
  delivered: `
    ${SELECT} WHERE state = 'accepted' AND answeredAt >= ? AND NOT ${SILENT}
    ORDER BY answeredAt DESC LIMIT ?`,
  counts: `
    SELECT
      (SELECT count(*) FROM command WHERE ${UNANSWERED} AND NOT ${SILENT}) AS undelivered,
      (SELECT count(*) FROM command WHERE ${UNANSWERED} OR resend = 1) AS anything,
      (SELECT count(*) FROM command WHERE ${REFUSED} AND NOT ${SILENT}) AS refused,
      (SELECT count(*) FROM command WHERE ${ASIDE}) AS aside,
      (SELECT trackingId FROM command WHERE ${ASIDE} ORDER BY seq LIMIT 1) AS asideTrackingId`,
} as const;

/** The words and the choices of a command, as a draft has them. */
export const COMMAND_TEXT = "coalesce(command.payload ->> '$.text', command.payload ->> '$.reason', '')";
export const COMMAND_CHOICES = "json_remove(command.payload, '$.text', '$.reason')";

export function commandReader(db: Db, attachments: Pick<AttachmentTable, 'sentWith' | 'upload'>) {
  const { mapped, row, rows, values } = statements(db);
  const stored = (command: CommandRow, waits: boolean): StoredCommand =>
    storedOf(command, attachments.sentWith(command.id), waits ? attachments.upload(command.id) : null);
  const commands = mapped((command: CommandRow) =>
    stored(command, command.state === 'queued' || command.state === 'sending'),
  );
  const pendingIds = values<[], string>(COMMAND_SQL.pendingIds);
  const pendingTemplates = commands.rows<[]>(
    `${SELECT} WHERE ${ABOUT_TEMPLATES} AND ${PENDING} ORDER BY seq`,
  );
  const unaccepted = commands.rows<[string]>(`
    ${SELECT} WHERE subject IN (SELECT value FROM json_each(?)) AND NOT ${SILENT}
      AND (${UNANSWERED} OR (${REFUSED})) ORDER BY seq`);
  const open = commands.rows<[number]>(`
    ${SELECT} WHERE ${UNANSWERED} AND NOT ${SILENT}
    UNION ALL ${SELECT} WHERE ${REFUSED} ORDER BY composedAt DESC LIMIT ?`);
  const delivered = commands.rows<[string, number]>(COMMAND_SQL.delivered);
  const counts = row<[], CommandCounts>(COMMAND_SQL.counts);
  return {
    get: commands.row<[id: string]>(`${SELECT} WHERE id = ?`),
    of: commands.rows<[subject: string]>(COMMAND_SQL.ofSubject),
    /**
     * In the order of composing: everything that the central service must still be asked. What is asked again
     * after a restored backup waits for its files like what is new.
     */
    toSend: mapped((command: CommandRow) => stored(command, true)).rows<[]>(COMMAND_SQL.toSend),
    pendingOf: commands.rows<[complaintId: string]>(COMMAND_SQL.pendingOf),
    pendingIds: (): ReadonlySet<string> => new Set(pendingIds()),
    /** Those about templates of the office, in the order of composing. */
    pendingTemplates: () => pendingTemplates().map(({ command }) => command),
    /** Complaints on which something stands that must not get lost, each once, also when renamed. */
    openSubjects: rows<[], Subject>(`
      SELECT complaintId, max(trackingId) AS trackingId, max(title) AS title FROM (
        SELECT complaintId, trackingId, title FROM draft
          WHERE removedAt IS NULL AND kind <> 'record' AND choices ->> '$.joint' IS NULL
        UNION ALL SELECT subject, trackingId, title FROM command WHERE ${UNANSWERED} AND NOT ${ABOUT_TEMPLATES}
        UNION ALL SELECT subject, trackingId, title FROM command WHERE ${REFUSED} AND NOT ${ABOUT_TEMPLATES}
      ) GROUP BY complaintId`),
    /** The last command about each of these that was not accepted, reading marks aside. */
    lastUnaccepted: (subjects: readonly string[]): ReadonlyMap<string, StoredCommand> =>
      new Map(unaccepted(JSON.stringify(subjects)).map((command) => [command.subject, command])),
    outbox: (answeredSince: string, limit: number) => [...open(limit), ...delivered(answeredSince, limit)],
    counts: () => counts() ?? { undelivered: 0, anything: 0, refused: 0, aside: 0, asideTrackingId: null },
    /** Refused, on the list, and only because of this one before it. */
    followersOf: commands.rows<[id: string]>(
      `${SELECT} WHERE after = ? AND ${REFUSED} AND refusal = 'after_refused' ORDER BY seq`,
    ),
  };
}
