import type { CommandResult } from '#shared/contract/central/central.ts';
import { type Command, subjectOf } from '#shared/domain/commands/command.ts';
import type { Db } from '../open-database.ts';
import type { AttachmentTable } from './attachment-table.ts';
import {
  type CommandFiles,
  type CommandRow,
  type PendingCommand,
  type StoredCommand,
  storedOf,
} from './command-rows.ts';
import { COMMAND_SQL } from './command-sql.ts';

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
  readonly of: (subject: string) => readonly StoredCommand[];
  /** In the order of composing: everything that the centre must still be asked. */
  readonly toSend: () => readonly StoredCommand[];
  readonly pendingOf: (complaintId: string) => readonly PendingCommand[];
  readonly pendingIds: () => ReadonlySet<string>;
  /** Those about templates of the office, in the order of composing. */
  readonly pendingTemplates: () => readonly Command[];
  /**
   * Reports on which something stands that must not get lost with them; each once, also when its title has
   * changed.
   */
  readonly openSubjects: () => readonly Subject[];
  /** The last command about each of these that was not accepted, reading marks aside. */
  readonly lastUnaccepted: (subjects: readonly string[]) => ReadonlyMap<string, StoredCommand>;
  readonly outbox: (answeredSince: string, limit: number) => readonly StoredCommand[];
  readonly counts: () => CommandCounts;

  readonly insert: (command: Command, title: Titled, heldUntil: number | null) => void;
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
  /**
   * The cache has lost what the feed had brought after `seq`: commands accepted since then are no history
   * yet.
   */
  readonly returnFeed: (seq: number, answeredSince: string) => void;
  /**
   * The centre's history is another one: what was accepted since then is asked again. What waits for one that
   * was refused falls with it, because the centre may not know of that one any more, and would wait for it
   * for ever. Answers the reports of those that fell.
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

type InsertedRow = Omit<
  CommandRow,
  'state' | 'unsure' | 'notBefore' | 'receipt' | 'answeredAt' | 'refusal' | 'settled'
>;
/** How the outbox names what a command is about. */
type Titled = { readonly trackingId: string; readonly title: string };
export type Subject = Titled & { readonly complaintId: string };

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
  const subjects = <Parameters extends unknown[]>(sql: string) => db.prepare<Parameters, string>(sql).pluck();
  const sql = COMMAND_SQL;
  const byId = rows(sql.byId);
  const ofSubject = rows(sql.ofSubject);
  const toSend = rows(sql.toSend);
  const pending = rows(sql.pendingOf);
  const pendingIds = subjects<[]>(sql.pendingIds);
  const pendingTemplates = rows(sql.pendingTemplates);
  const openSubjects = db.prepare<[], Subject>(sql.openSubjects);
  const unaccepted = rows(sql.unaccepted);
  const open = rows(sql.open);
  const delivered = rows(sql.delivered);
  const counts = db.prepare<[], CommandCounts>(sql.counts);
  const followers = rows(sql.followers);

  const insert = db.prepare<[InsertedRow]>(sql.insert);
  const unchain = db.prepare(sql.unchain);
  const remove = db.prepare(sql.remove);
  const settle = db.prepare(sql.settle);
  const discard = db.prepare(sql.discard);
  const unsettle = db.prepare(sql.unsettle);
  const sending = db.prepare(sql.setSending);
  const unanswered = db.prepare(sql.setUnanswered);
  const notBefore = db.prepare(sql.setNotBefore);
  const accept = db.prepare(sql.accept);
  const refuse = db.prepare(sql.refuse);
  const refuseFollowers = subjects<[string]>(sql.refuseFollowers);
  const pass = subjects<[number]>(sql.pass);
  const unpass = db.prepare(sql.unpass);
  const resend = db.prepare(sql.resend);

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

    insert: (command, { trackingId, title }, heldUntil) => {
      const { attachments: _, complaintId: __, payload, ...row } = command;
      const subject = subjectOf(command);
      insert.run({ ...row, subject, payload: JSON.stringify(payload), trackingId, title, heldUntil });
    },
    remove: (id) => {
      unchain.run(byId.get(id)?.after ?? null, id);
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
    passFeed: (seq) => pass.all(seq),
    returnFeed: (seq, answeredSince) => {
      unpass.run(seq, answeredSince);
    },
    resendAccepted: (answeredSince, now) => {
      resend.run(answeredSince);
      return new Set(refuseFollowers.all(new Date(now).toISOString()));
    },
  };
}
