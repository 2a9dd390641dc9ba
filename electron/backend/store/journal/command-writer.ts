import type { CommandResult } from '#shared/contract/central/central.ts';
import { type Command, subjectOf } from '#shared/domain/commands/command.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import type { AttachmentTable } from './attachment-table.ts';
import type { Titled } from './command-reader.ts';
import { UNANSWERED } from './command-reader.ts';
import type { CommandRow } from './command-rows.ts';

type InsertedRow = Omit<
  CommandRow,
  'state' | 'unsure' | 'notBefore' | 'aside' | 'receipt' | 'answeredAt' | 'refusal' | 'settled'
>;

/** What the officer does to the list of commands. */
export function commandComposing(db: Db) {
  const { run, value } = statements(db);
  const insert = run<[InsertedRow]>(`
    INSERT INTO command
      (id, subject, kind, payload, trunkRevision, after, composedAt, trackingId, title, state, heldUntil)
    VALUES (@id, @subject, @kind, @payload, @trunkRevision, @after, @composedAt, @trackingId, @title,
      'queued', @heldUntil)`);
  const predecessor = value<[string], string>('SELECT after FROM command WHERE id = ?');
  const unchain = run<[string | null, string]>('UPDATE command SET after = ? WHERE after = ?');
  const remove = run<[string]>('DELETE FROM command WHERE id = ?');
  return {
    insert: (command: Command, { trackingId, title }: Titled, heldUntil: number | null) => {
      const { attachments: _, complaintId: __, payload, ...row } = command;
      const subject = subjectOf(command);
      insert({ ...row, subject, payload: JSON.stringify(payload), trackingId, title, heldUntil });
    },
    /** Deletes a command that was never sent; its followers are chained to its predecessor. */
    remove: (id: string) => {
      unchain(predecessor(id), id);
      remove(id);
    },
    /** Takes it off the list: its text became another one's. */
    settle: run<[id: string]>('UPDATE command SET settled = 1 WHERE id = ?'),
    /** Takes it off the list: the officer threw it away. */
    discard: run<[id: string]>('UPDATE command SET settled = 2 WHERE id = ?'),
    /** Puts a discarded command on the list again. False: it was not discarded. */
    unsettle: run<[id: string]>('UPDATE command SET settled = 0 WHERE id = ? AND settled = 2'),
  };
}

/** ms until a command is asked again whose files the central service misses, with nothing to upload. */
const MISSING_PATIENCE_MS = 300_000;

function patience(
  { retryAfterMs, missing }: Extract<CommandResult, { readonly outcome: 'later' }>,
  uploads: boolean,
): number {
  return missing.length === 0 || uploads ? retryAfterMs : Math.max(retryAfterMs, MISSING_PATIENCE_MS);
}

/** What a standalone office decided is another history, which was handed over when it joined. */
const NOT_ALONE = 'seq > (SELECT endedAfter FROM standalone_office)';

/** What becomes of the commands at the central service. */
export function commandDelivery(db: Db, { upload }: Pick<AttachmentTable, 'upload'>) {
  const { run, values } = statements(db);
  const setSending = run<[string]>("UPDATE command SET state = 'sending' WHERE id = ? AND state = 'queued'");
  const setUnanswered = run<[number, string]>(
    "UPDATE command SET state = 'queued', unsure = max(unsure, ?) WHERE id = ? AND state = 'sending'",
  );
  const wait = run<[number, string]>('UPDATE command SET notBefore = ?, aside = 0 WHERE id = ?');
  const setAside = run<[number, string]>('UPDATE command SET notBefore = ?, aside = 1 WHERE id = ?');
  const accept = run<[string, number, string, string]>(`
    UPDATE command SET state = 'accepted', unsure = 0, aside = 0, resend = 0, passed = 0, receipt = ?, feedSeq = ?,
      answeredAt = ?
    WHERE id = ?`);
  const refuse = run<[RefusalCode, string, string]>(`
    UPDATE command SET state = 'refused', unsure = 0, aside = 0, resend = 0, refusal = ?, answeredAt = ?
    WHERE id = ?`);
  const resend = run<[string]>(`
    UPDATE command SET resend = 1 WHERE state = 'accepted' AND answeredAt >= ? AND ${NOT_ALONE}`);
  const fell = values<[string], string>(`
    WITH RECURSIVE fallen (id) AS (
      SELECT id FROM command WHERE state = 'refused'
      UNION SELECT command.id FROM command JOIN fallen ON fallen.id = after WHERE ${UNANSWERED})
    UPDATE command SET state = 'refused', unsure = 0, refusal = 'after_refused', answeredAt = ?
    WHERE ${UNANSWERED} AND id IN (SELECT id FROM fallen)
    RETURNING subject`);
  return {
    setSending: (ids: readonly string[]) => {
      for (const id of ids) setSending(id);
    },
    /** They were not answered. `unsure`: they may have arrived all the same. */
    setUnanswered: (ids: readonly string[], unsure: boolean) => {
      for (const id of ids) setUnanswered(unsure ? 1 : 0, id);
    },
    setAside: (ids: readonly string[], until: number) => {
      for (const id of ids) setAside(until, id);
    },
    /** What was set aside may go now. */
    releaseAside: run<[]>(`UPDATE command SET notBefore = 0 WHERE aside = 1 AND ${UNANSWERED}`),
    setResult: (result: CommandResult, now: number) => {
      switch (result.outcome) {
        case 'accepted':
          accept(result.receipt, result.feedSeq, result.at, result.id);
          break;
        case 'refused':
          refuse(result.code, new Date(now).toISOString(), result.id);
          break;
        case 'later':
          setUnanswered(0, result.id);
          wait(now + patience(result, upload(result.id) !== null), result.id);
          break;
      }
    },
    /** The feed has come past `seq`. Answers the complaints whose accepted commands are history now. */
    passFeed: values<[seq: number], string>(`
      UPDATE command SET passed = 1 WHERE state = 'accepted' AND passed = 0 AND resend = 0 AND feedSeq <= ?
      RETURNING subject`),
    /** The cache lost what the feed brought after `seq`: commands accepted since are no history yet. */
    returnFeed: run<[seq: number, answeredSince: string]>(`
      UPDATE command SET passed = 0
      WHERE state = 'accepted' AND passed = 1 AND feedSeq > ? AND answeredAt >= ? AND ${NOT_ALONE}`),
    /**
     * What waits for a refused command, directly or through others, is refused with it: a central service
     * that was put back may no longer know of that command, and would wait for it for ever. Answers the
     * complaints.
     */
    refuseFollowers: (now: number): ReadonlySet<string> => new Set(fell(new Date(now).toISOString())),
    /** The central service's history is another one: what was accepted since then is asked again. */
    resendAccepted: resend,
  };
}
