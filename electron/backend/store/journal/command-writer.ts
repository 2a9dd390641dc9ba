import type { CommandResult } from '#shared/contract/central/central.ts';
import { type Command, subjectOf } from '#shared/domain/commands/command.ts';
import type { Db } from '../open-database.ts';
import type { AttachmentTable } from './attachment-table.ts';
import type { Titled } from './command-reader.ts';
import type { CommandRow } from './command-rows.ts';
import { COMMAND_SQL as SQL } from './command-sql.ts';

export type CommandWriter = {
  readonly insert: (command: Command, title: Titled, heldUntil: number | null) => void;
  /** Takes a command out that never left; what was chained to it is chained to its predecessor. */
  readonly remove: (id: string) => void;
  /** Off the list: its text is another one's now. */
  readonly settle: (id: string) => void;
  /** Off the list, thrown away by the officer. */
  readonly discard: (id: string) => void;
  /** One that was thrown away is on the list again. False: it was not. */
  readonly unsettle: (id: string) => boolean;
  readonly setSending: (ids: readonly string[]) => void;
  /** No answer: `unsure` tells that it may have arrived all the same. */
  readonly setUnanswered: (ids: readonly string[], unsure: boolean) => void;
  readonly setNotBefore: (ids: readonly string[], notBefore: number) => void;
  readonly setResult: (result: CommandResult, now: number) => void;
  /** The feed has come past `seq`. Answers the complaints whose accepted commands are history now. */
  readonly passFeed: (seq: number) => readonly string[];
  /** The cache lost what the feed brought after `seq`: commands accepted since are no history yet. */
  readonly returnFeed: (seq: number, answeredSince: string) => void;
  /**
   * The central service's history is another one: what was accepted since then is asked again. What waits for
   * one that was refused falls with it, because the central service may not know of that one any more, and
   * would wait for it for ever. Answers the complaints of those that fell.
   */
  readonly resendAccepted: (answeredSince: string, now: number) => ReadonlySet<string>;
};

/** ms until a command is asked again whose files the central service misses, with nothing to upload. */
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

export function commandWriter(db: Db, { upload }: Pick<AttachmentTable, 'upload'>): CommandWriter {
  const insert = db.prepare<[InsertedRow]>(SQL.insert);
  const predecessor = db.prepare<[string], string | null>(SQL.predecessor).pluck();
  const unchain = db.prepare(SQL.unchain);
  const remove = db.prepare(SQL.remove);
  const settle = db.prepare(SQL.settle);
  const discard = db.prepare(SQL.discard);
  const unsettle = db.prepare(SQL.unsettle);
  const sending = db.prepare(SQL.setSending);
  const unanswered = db.prepare(SQL.setUnanswered);
  const notBefore = db.prepare(SQL.setNotBefore);
  const accept = db.prepare(SQL.accept);
  const refuse = db.prepare(SQL.refuse);
  const refuseFollowers = db.prepare<[string], string>(SQL.refuseFollowers).pluck();
  const pass = db.prepare<[number], string>(SQL.pass).pluck();
  const unpass = db.prepare(SQL.unpass);
  const resend = db.prepare(SQL.resend);
  return {
    insert: (command, { trackingId, title }, heldUntil) => {
      const { attachments: _, complaintId: __, payload, ...row } = command;
      const subject = subjectOf(command);
      insert.run({ ...row, subject, payload: JSON.stringify(payload), trackingId, title, heldUntil });
    },
    remove: (id) => {
      unchain.run(predecessor.get(id) ?? null, id);
      remove.run(id);
    },
    settle: (id) => {
      settle.run(id);
    },
    discard: (id) => {
      discard.run(id);
    },
    unsettle: (id) => unsettle.run(id).changes > 0,
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
          notBefore.run(now + patience(result, upload(result.id) !== null), result.id);
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
