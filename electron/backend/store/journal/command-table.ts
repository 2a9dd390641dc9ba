import type { CommandResult } from '#shared/contract/central/central.ts';
import { type Command, choicesOf, textOf } from '#shared/domain/commands/command.ts';
import { TEMPLATE_KINDS } from '#shared/domain/commands/office-templates.ts';
import type { PendingCommand } from '../../projection/visible-complaint.ts';
import type { Db } from '../open-database.ts';
import type { AttachmentTable } from './attachment-table.ts';
import {
  COMMAND_COLUMNS,
  type CommandFiles,
  type CommandRow,
  type StoredCommand,
  storedOf,
} from './command-rows.ts';

export type CommandCounts = {
  /** Without the centre's answer; reading marks are not counted. */
  readonly undelivered: number;
  /** The same, with reading marks: zero means that the journal holds nothing for the centre. */
  readonly anything: number;
  /** Refused, and not yet taken off the list. */
  readonly refused: number;
};

export type CommandTable = {
  readonly get: (id: string) => StoredCommand | null;
  readonly of: (complaintId: string) => readonly StoredCommand[];
  /** In the order of composing: everything that the centre must still be asked. */
  readonly toSend: () => readonly StoredCommand[];
  readonly pendingOf: (complaintId: string) => readonly PendingCommand[];
  readonly pendingIds: () => ReadonlySet<string>;
  /** Those about templates of the office, in the order of composing. */
  readonly pendingTemplates: () => readonly Command[];
  /** Reports on which something stands that must not get lost with them; each once, also when its title has changed. */
  readonly openSubjects: () => readonly Subject[];
  /** Per report the last command that was not accepted, reading marks aside. */
  readonly lastUnaccepted: (complaintIds: readonly string[]) => ReadonlyMap<string, StoredCommand>;
  readonly outbox: (answeredSince: string, limit: number) => readonly StoredCommand[];
  readonly counts: () => CommandCounts;

  readonly insert: (command: Command, subject: Subject, heldUntil: number | null) => void;
  /** Takes a command out that never left; what was chained to it is chained to its predecessor. */
  readonly remove: (id: string) => void;
  /** Off the list: its text is another one's now. */
  readonly settle: (id: string) => void;
  /** Off the list, thrown away by the officer. */
  readonly discard: (id: string) => void;
  /** One that was thrown away is on the list again. False: it was not. */
  readonly unsettle: (id: string) => boolean;
  /** Refused, on the list, and only because of this one before it. */
  readonly followersOf: (id: string) => readonly StoredCommand[];
  readonly setSending: (ids: readonly string[]) => void;
  /** No answer: `unsure` tells that it may have arrived all the same. */
  readonly setUnanswered: (ids: readonly string[], unsure: boolean) => void;
  readonly setNotBefore: (ids: readonly string[], notBefore: number) => void;
  readonly setResult: (result: CommandResult, now: number) => void;
  /** The feed has come past `seq`. Answers the reports whose accepted commands are history now. */
  readonly passFeed: (seq: number) => readonly string[];
  /** The cache has lost what the feed had brought after `seq`: commands accepted since then are no history yet. */
  readonly returnFeed: (seq: number, answeredSince: string) => void;
  /**
   * The centre's history is another one: what was accepted since then is asked again. What waits for one that was
   * refused falls with it, because the centre may not know of that one any more, and would wait for it for ever.
   * Answers the reports of those that fell.
   */
  readonly resendAccepted: (answeredSince: string, now: number) => ReadonlySet<string>;
};

/** ms until a command is asked again whose files the centre misses although there is nothing to bring up. */
const MISSING_PATIENCE_MS = 300_000;

function patience(
  { retryAfterMs, missing }: Extract<CommandResult, { readonly outcome: 'later' }>,
  uploads: boolean,
): number {
  return missing.length === 0 || uploads ? retryAfterMs : Math.max(retryAfterMs, MISSING_PATIENCE_MS);
}

export type Subject = { readonly complaintId: string; readonly trackingId: string; readonly title: string };
type SubjectRow = { complaint_id: string; tracking_id: string; title: string };

const SELECT = `SELECT ${COMMAND_COLUMNS} FROM command`;
const UNANSWERED = "state IN ('queued', 'sending')";
const VISIBLE = `(${UNANSWERED} OR (state = 'accepted' AND passed = 0))`;
/** These stand at the top of the outbox; each has a partial index of its own. */
const REFUSED = "state = 'refused' AND settled = 0";

const ABOUT_TEMPLATES = `kind IN (${TEMPLATE_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

export function commandTable(
  db: Db,
  attachments: Pick<AttachmentTable, 'sentWith' | 'upload'>,
): CommandTable {
  const filesOf = (row: CommandRow, waits: boolean): CommandFiles => ({
    attachments: attachments.sentWith(row.id),
    upload: waits ? attachments.upload(row.id) : null,
  });
  const storedRow = (row: CommandRow): StoredCommand =>
    storedOf(row, filesOf(row, row.state === 'queued' || row.state === 'sending'));
  const rows = (sql: string) => db.prepare<unknown[], CommandRow>(sql);
  const byId = rows(`${SELECT} WHERE id = ?`);
  const ofComplaint = rows(`${SELECT} WHERE complaint_id = ? ORDER BY seq`);
  const toSend = rows(`${SELECT} WHERE ${UNANSWERED} OR resend = 1 ORDER BY seq`);
  const pending = rows(`${SELECT} WHERE complaint_id = ? AND ${VISIBLE} ORDER BY seq`);
  const pendingIds = db.prepare<[], { complaint_id: string }>(
    `SELECT DISTINCT complaint_id FROM command WHERE ${VISIBLE}`,
  );
  const pendingTemplates = rows(`${SELECT} WHERE ${ABOUT_TEMPLATES} AND ${VISIBLE} ORDER BY seq`);
  const subjects = db.prepare<[], SubjectRow>(`
    SELECT complaint_id, max(tracking_id) AS tracking_id, max(title) AS title FROM (
      SELECT complaint_id, tracking_id, title FROM draft
        WHERE removed_at IS NULL AND kind <> 'record' AND choices ->> '$.joint' IS NULL
      UNION ALL SELECT complaint_id, tracking_id, title FROM command WHERE ${UNANSWERED} AND NOT ${ABOUT_TEMPLATES}
      UNION ALL SELECT complaint_id, tracking_id, title FROM command WHERE ${REFUSED} AND NOT ${ABOUT_TEMPLATES}
    ) GROUP BY complaint_id`);
  const unaccepted = rows(`
    ${SELECT} WHERE complaint_id IN (SELECT value FROM json_each(?)) AND kind <> 'mark_read'
      AND (${UNANSWERED} OR (${REFUSED})) ORDER BY seq`);
  const open = rows(`
    ${SELECT} WHERE (${UNANSWERED} OR resend = 1) AND kind <> 'mark_read' AND state <> 'accepted'
    UNION ALL ${SELECT} WHERE ${REFUSED} ORDER BY composed_at DESC LIMIT ?`);
  const delivered = rows(`
    ${SELECT} WHERE state = 'accepted' AND answered_at >= ? AND kind <> 'mark_read'
    ORDER BY answered_at DESC LIMIT ?`);
  const counts = db.prepare<[], { undelivered: number; anything: number; refused: number }>(`
    SELECT
      (SELECT count(*) FROM command WHERE ${UNANSWERED} AND kind <> 'mark_read') AS undelivered,
      (SELECT count(*) FROM command WHERE ${UNANSWERED} OR resend = 1) AS anything,
      (SELECT count(*) FROM command WHERE ${REFUSED} AND kind <> 'mark_read') AS refused`);

  const insert = db.prepare(`
    INSERT INTO command (id, complaint_id, kind, text, choices, trunk_revision, after_id, composed_at,
      tracking_id, title, state, held_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)`);
  const unchain = db.prepare('UPDATE command SET after_id = ? WHERE after_id = ?');
  const remove = db.prepare('DELETE FROM command WHERE id = ?');
  const settle = db.prepare('UPDATE command SET settled = 1 WHERE id = ?');
  const discard = db.prepare('UPDATE command SET settled = 2 WHERE id = ?');
  const unsettle = db.prepare('UPDATE command SET settled = 0 WHERE id = ? AND settled = 2');
  const followers = rows(
    `${SELECT} WHERE after_id = ? AND ${REFUSED} AND refusal = 'after_refused' ORDER BY seq`,
  );
  const sending = db.prepare("UPDATE command SET state = 'sending' WHERE id = ? AND state = 'queued'");
  const unanswered = db.prepare(
    "UPDATE command SET state = 'queued', unsure = max(unsure, ?) WHERE id = ? AND state = 'sending'",
  );
  const notBefore = db.prepare('UPDATE command SET not_before = ? WHERE id = ?');
  const accept = db.prepare(`
    UPDATE command SET state = 'accepted', unsure = 0, resend = 0, passed = 0, receipt = ?, feed_seq = ?,
      answered_at = ?
    WHERE id = ?`);
  const refuse = db.prepare(`
    UPDATE command SET state = 'refused', unsure = 0, resend = 0, refusal = ?, answered_at = ? WHERE id = ?`);
  const fall = db.prepare<[string], { complaint_id: string }>(`
    WITH RECURSIVE fallen (id) AS (
      SELECT id FROM command WHERE state = 'refused'
      UNION SELECT command.id FROM command JOIN fallen ON fallen.id = after_id WHERE ${UNANSWERED})
    UPDATE command SET state = 'refused', unsure = 0, refusal = 'after_refused', answered_at = ?
    WHERE ${UNANSWERED} AND id IN (SELECT id FROM fallen)
    RETURNING complaint_id`);
  const pass = db.prepare<[number], { complaint_id: string }>(`
    UPDATE command SET passed = 1 WHERE state = 'accepted' AND passed = 0 AND resend = 0 AND feed_seq <= ?
    RETURNING complaint_id`);
  const unpass = db.prepare(
    "UPDATE command SET passed = 0 WHERE state = 'accepted' AND passed = 1 AND feed_seq > ? AND answered_at >= ?",
  );
  const resend = db.prepare("UPDATE command SET resend = 1 WHERE state = 'accepted' AND answered_at >= ?");

  return {
    get: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : storedRow(row);
    },
    of: (complaintId) => ofComplaint.all(complaintId).map(storedRow),
    // What is asked again after a restored backup waits for its files like what is new.
    toSend: () => toSend.all().map((row) => storedOf(row, filesOf(row, true))),
    pendingOf: (complaintId) =>
      pending.all(complaintId).map((row) => {
        const { command, answeredAt, receipt } = storedRow(row);
        return { command, answeredAt, receipt };
      }),
    pendingIds: () => new Set(pendingIds.all().map((row) => row.complaint_id)),
    pendingTemplates: () => pendingTemplates.all().map((row) => storedRow(row).command),
    openSubjects: () =>
      subjects.all().map((row) => ({
        complaintId: row.complaint_id,
        trackingId: row.tracking_id,
        title: row.title,
      })),
    lastUnaccepted: (complaintIds) =>
      new Map(
        unaccepted
          .all(JSON.stringify(complaintIds))
          .map((row) => [row.complaint_id, storedRow(row)] as const),
      ),
    outbox: (answeredSince, limit) =>
      [...open.all(limit), ...delivered.all(answeredSince, limit)].map(storedRow),
    counts: () => counts.get() ?? { undelivered: 0, anything: 0, refused: 0 },

    insert: (command, subject, heldUntil) => {
      insert.run(
        command.id,
        command.complaintId,
        command.kind,
        textOf(command),
        JSON.stringify(choicesOf(command)),
        command.trunkRevision,
        command.after,
        command.composedAt,
        subject.trackingId,
        subject.title,
        heldUntil,
      );
    },
    remove: (id) => {
      unchain.run(byId.get(id)?.after_id ?? null, id);
      remove.run(id);
    },
    settle: (id) => {
      settle.run(id);
    },
    discard: (id) => {
      discard.run(id);
    },
    unsettle: (id) => unsettle.run(id).changes > 0,
    followersOf: (id) => followers.all(id).map(storedRow),
    setSending: (ids) => {
      for (const id of ids) sending.run(id);
    },
    setUnanswered: (ids, unsure) => {
      for (const id of ids) unanswered.run(unsure ? 1 : 0, id);
    },
    setNotBefore: (ids, time) => {
      for (const id of ids) notBefore.run(time, id);
    },
    setResult: (result, now) => {
      switch (result.outcome) {
        case 'accepted':
          accept.run(result.receipt, result.feedSeq, result.at, result.id);
          break;
        case 'refused':
          refuse.run(result.code, new Date(now).toISOString(), result.id);
          break;
        case 'later':
          unanswered.run(0, result.id);
          notBefore.run(now + patience(result, attachments.upload(result.id) !== null), result.id);
          break;
      }
    },
    passFeed: (seq) => pass.all(seq).map((row) => row.complaint_id),
    returnFeed: (seq, answeredSince) => {
      unpass.run(seq, answeredSince);
    },
    resendAccepted: (answeredSince, now) => {
      resend.run(answeredSince);
      return new Set(fall.all(new Date(now).toISOString()).map((row) => row.complaint_id));
    },
  };
}
