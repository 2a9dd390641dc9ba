import type { CommandResult } from '#shared/contract/central/central.ts';
import { type Applied, applyCommand } from '#shared/domain/commands/apply-command.ts';
import { applyOfficeCommand } from '#shared/domain/commands/apply-office-command.ts';
import {
  type Command,
  type ComplaintCommand,
  command as commandSchema,
  isOfficeCommand,
  isOfficeKind,
  type OfficeCommand,
  subjectOf,
} from '#shared/domain/commands/command.ts';
import { officeTemplateOf } from '#shared/domain/commands/spec/office-templates.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { ApplyContext } from '#shared/domain/commands/spec/spec.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { lookForFiles, safelyNamed } from '../attachments/of-command.ts';
import { findOfficer } from '../store/accounts.ts';
import { findResult, nextReceipt, storeResult } from '../store/commands.ts';
import { lockComplaint, readComplaints, UnreadableRow } from '../store/complaints.ts';
import { type Db, sqlStateOf, type Tx } from '../store/database.ts';
import { hasEntry } from '../store/entries.ts';
import { hasLeft, publish, readHead } from '../store/feed.ts';
import type { CommandResultTable } from '../store/schema.ts';
import { putTemplate, removeTemplate, templatesOf } from '../store/templates.ts';
import { writeComplaint } from '../store/write-complaint.ts';

/** A command as it came over the wire; its kind may be one that this version does not know. */
export type SentCommand = Omit<Command, 'kind' | 'payload'> & {
  readonly kind: string;
  readonly payload?: unknown;
};

/** A command whose predecessor or files are still on their way comes again after this. */
export const SOON_MS = 2_000;
/** A command that ran into a fault of ours comes again after this. */
const FAULT_RETRY_MS = 60_000;

/** A command whose complaint others hold, such as an import at work, comes again after this. */
const BUSY_RETRY_MS = 5_000;
const DAY_MS = 86_400_000;
/** The complaint was held for longer than a connection waits. */
const LOCK_NOT_AVAILABLE = '55P03';

/** The same id was decided meanwhile under another complaint, or two transactions blocked each other. */
const UNIQUE_VIOLATION = '23505';
const WORTH_A_SECOND_TRY = [UNIQUE_VIOLATION, '40P01', '40001'];
/** SQLSTATE classes of a database that cannot work at all, unlike one that cannot take this command. */
const DATABASE_DOWN = /^(08|53|57|58)/;

export type DecideDeps = {
  readonly db: Db;
  readonly now: () => Date;
  /** Told of a fault in one command, which is then to be sent again later and holds nothing else up. */
  readonly onFault: (error: unknown, commandId: string) => void;
};

/**
 * Decides one command in one transaction: its effect, its stored result, the audit row and the feed rows
 * stand or fall together. A known id gets its stored answer, so a command takes effect at most once.
 * @throws when the database is not to be reached
 */
export function decide(deps: DecideDeps, officer: Officer, sent: SentCommand): Promise<CommandResult> {
  return inTransaction(deps, sent.id, (tx) =>
    decideIn(tx, asText(sent), { officer, now: deps.now, apply: applyCommand }),
  );
}

/** What the domain makes of a command with this receipt. */
type Apply = (complaint: Complaint, command: ComplaintCommand, context: ApplyContext) => Applied;

/** Runs one command's transaction; a fault in it is told and holds nothing else up. @throws as `decide` */
export async function inTransaction<Result>(
  { db, onFault }: DecideDeps,
  id: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result | CommandResult> {
  const attempt = (): Promise<Result> => db.transaction().execute(work);
  try {
    return await attempt().catch((error: unknown) => {
      if (WORTH_A_SECOND_TRY.includes(sqlStateOf(error))) return attempt();
      throw error;
    });
  } catch (error) {
    if (isOurs(error)) {
      onFault(error, id);
      return later(id, FAULT_RETRY_MS);
    }
    const state = sqlStateOf(error);
    // Without an SQLSTATE it did not come from a statement: the connection itself failed.
    if (state === '' || DATABASE_DOWN.test(state)) throw error;
    if (state === LOCK_NOT_AVAILABLE) return busy(id);
    // It is the id of an entry on another complaint, and would be in the way for ever.
    if (state === UNIQUE_VIOLATION && (await hasEntry(db, id))) return refusedWithout('other', id);
    onFault(error, id);
    return later(id, FAULT_RETRY_MS);
  }
}

/** A fault of this program in one command, or of the row that it is about: not of the database. */
function isOurs(error: unknown): boolean {
  return error instanceof UnreadableRow || error instanceof RangeError || error instanceof TypeError;
}

/** PostgreSQL cannot hold NUL, nor half a character in JSON: a paste can bring them along. */
export function asText<Sent extends object>(sent: Sent): Sent {
  const json = JSON.stringify(sent);
  if (!/\\u(0000|d[89a-f])/.test(json)) return sent;
  return JSON.parse(json, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
}

/** How a command is decided: as an officer sends it, or as an office that joins brings it. */
export type Deciding = {
  readonly officer: Officer;
  readonly now: () => Date;
  readonly apply: Apply;
  /** The receipt that is to be given; a new one when absent. */
  readonly receipt?: string | null;
  /** SHA-256 of what an office that joins says; absent: it comes the usual way. */
  readonly brought?: Buffer;
};

/** Within one transaction: the effect, its stored result and the feed's lines. */
export async function decideIn(tx: Tx, sent: SentCommand, deciding: Deciding): Promise<CommandResult> {
  const { officer, now } = deciding;
  const viewer = officer.agency?.id ?? '';
  const command = commandSchema.safeParse(sent).data;
  const office = command !== undefined && isOfficeCommand(command) ? command : null;
  const subject = office === null ? (sent.complaintId ?? '') : subjectOf(office);
  // Locked before the look for a stored result: of two requests with the same id the second finds the
  // first's. A template and a complaint that is only now recorded have no row to lock: of two at once the
  // second runs into the first's result, and finds it when tried again.
  const stored = office === null ? await lockComplaint(tx, subject, viewer) : null;
  const known = await findResult(tx, sent.id);
  if (known !== null)
    return (await mayHear(tx, known, deciding)) ? answerOf(tx, known, viewer) : foreign(sent.id);

  const files = await lookForFiles(tx, viewer, sent.attachments);
  if (files.missing.length > 0) return later(sent.id, SOON_MS, files.missing);
  const previous = sent.after === null ? null : await findResult(tx, sent.after);
  if (sent.after !== null && previous?.officerId !== officer.id) return later(sent.id, SOON_MS);

  const at = now().toISOString();
  const verdict = async (): Promise<Verdict> => {
    if (previous?.outcome === 'refused') return refused('after_refused');
    if (office !== null) return decideOffice(tx, office, officer);
    const complaint = stored ?? (sent.kind === 'record' ? unrecorded(subject) : null);
    if (complaint === null) return refused('unknown_complaint');
    if (command === undefined || isOfficeCommand(command)) return refused('unknown_kind');
    if (!files.good) return refused('bad_attachment');
    return decideComplaint(tx, complaint, command, deciding);
  };
  const { id, kind } = sent;
  const brought = deciding.brought ?? null;
  const result = { id, officerId: officer.id, complaintId: subject, kind, at, brought, ...(await verdict()) };
  await storeResult(tx, result);
  return answerOf(tx, result, viewer);
}

/**
 * May the officer hear what became of a command? Of their own, and of what the agency has brought before: an
 * office that joins with a second code is another officer and brings the same again.
 */
async function mayHear(tx: Tx, known: CommandResultTable, { officer, brought }: Deciding): Promise<boolean> {
  if (known.officerId === officer.id) return true;
  if (brought === undefined || known.brought?.equals(brought) !== true) return false;
  return isOfAgencyOf(officer, await findOfficer(tx, known.officerId));
}

/** What a stored result says of a decision. */
type Verdict = Pick<CommandResultTable, 'outcome' | 'code' | 'receipt' | 'feedSeq'>;

function refused(code: RefusalCode): Verdict {
  return { outcome: 'refused', code, receipt: null, feedSeq: null };
}

function accepted(receipt: string, feedSeq: number): Verdict {
  return { outcome: 'accepted', code: null, receipt, feedSeq };
}

/** Does to a complaint what the domain says. */
async function decideComplaint(
  tx: Tx,
  complaint: Complaint,
  sent: ComplaintCommand,
  { officer, now, apply, receipt: given = null }: Deciding,
): Promise<Verdict> {
  const viewer = officer.agency?.id ?? '';
  const context = { officer, at: now().toISOString() };
  // The clock of a PC may be years ahead: nothing that it says is of later than tomorrow.
  const tomorrow = new Date(now().getTime() + DAY_MS).toISOString();
  const composedAt = Date.parse(sent.composedAt) > Date.parse(tomorrow) ? tomorrow : sent.composedAt;
  const command = { ...sent, composedAt, attachments: sent.attachments.map(safelyNamed) };
  // An entry that no command of this id made: a second one under its id would be written nowhere.
  if (complaint.timeline.some(({ id }) => id === command.id)) return refused('other');
  const trial = apply(complaint, command, { ...context, receipt: null });
  if (!trial.ok) {
    const moved = trial.code === 'not_ours' && (await hasLeft(tx, viewer, complaint.id));
    return refused(moved ? 'moved' : trial.code);
  }
  const receipt = given ?? (await nextReceipt(tx));
  const applied = apply(complaint, command, { ...context, receipt });
  if (!applied.ok) throw new Error(`the domain changed its mind: ${applied.code}`);
  await writeComplaint(tx, complaint.revision === 0 ? null : complaint, applied.complaint, viewer);
  return accepted(receipt, await publishEffect(tx, complaint, applied.complaint, viewer));
}

/** Does to the templates of the officer's agency what the domain says. */
async function decideOffice(tx: Tx, command: OfficeCommand, officer: Officer): Promise<Verdict> {
  const agencyId = officer.agency?.id ?? '';
  const changed = applyOfficeCommand(await templatesOf(tx, agencyId), command, officer);
  if (!changed.ok) return refused(changed.code);
  const { name } = command.payload;
  const shared = officeTemplateOf(changed.templates, name);
  if (shared === undefined) await removeTemplate(tx, agencyId, name);
  else await putTemplate(tx, agencyId, shared);
  return accepted(await nextReceipt(tx), (await readHead(tx, agencyId)).head.seq);
}

/**
 * An officer acts on complaints of their own agency only: its feed gets the effect, a return leaves it. What
 * they recorded for another agency stands in no feed yet; the end of their own is then the place after which
 * it is history.
 */
async function publishEffect(tx: Tx, before: Complaint, after: Complaint, viewer: string): Promise<number> {
  if (before.agency === null && after.agency === null) return (await readHead(tx, viewer)).head.seq;
  const kind = after.agency?.id === viewer ? 'upsert' : 'removal';
  const last = await publish(tx, [{ agencyId: viewer, kind, complaintId: after.id }]);
  return last.get(viewer) ?? 0;
}

/** A stored result as the wire says it. A refusal brings the complaint, if it is the officer's to see. */
export async function answerOf(tx: Tx, result: CommandResultTable, viewer: string): Promise<CommandResult> {
  if (result.outcome === 'accepted' && result.receipt !== null && result.feedSeq !== null) {
    const { id, receipt, feedSeq, at } = result;
    return { outcome: 'accepted', id, receipt, feedSeq, at };
  }
  if (result.code === null) throw new Error(`result ${result.id} is neither accepted nor refused`);
  const subject = isOfficeKind(result.kind) ? [] : [result.complaintId];
  const complaint = (await readComplaints(tx, subject, viewer)).get(result.complaintId);
  const current = complaint?.agency?.id === viewer ? complaint : null;
  return { outcome: 'refused', id: result.id, code: result.code, current };
}

/** Do both work in one agency? An officer of no agency is of none. */
export function isOfAgencyOf({ agency }: Officer, other: Officer | null): boolean {
  return agency !== null && other?.agency?.id === agency.id;
}

/** The answer to the id of another officer's command: it does not tell what that was or became. */
function foreign(id: string): CommandResult {
  return refusedWithout('forbidden', id);
}

/** A refusal that is not stored and brings no complaint. */
export function refusedWithout(code: RefusalCode, id: string): CommandResult {
  return { outcome: 'refused', id, code, current: null };
}

/** The answer to a command for which there is no time before the client gives up: it comes again. */
export function busy(id: string): CommandResult {
  return later(id, BUSY_RETRY_MS);
}

export function later(id: string, retryAfterMs: number, missing: readonly string[] = []): CommandResult {
  return { outcome: 'later', id, retryAfterMs, missing: [...missing] };
}
