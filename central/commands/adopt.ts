import { createHash } from 'node:crypto';
import type { BroughtCommand, BroughtResult } from '#shared/contract/central/central.ts';
import { adopt } from '#shared/domain/commands/adopt.ts';
import { command as commandSchema } from '#shared/domain/commands/command.ts';
import { refusalOfWords } from '#shared/domain/commands/refusal.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import { isLaporId } from '#shared/domain/complaint/complaint.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { lookForFiles } from '../attachments/of-command.ts';
import { findOfficer } from '../store/accounts.ts';
import { isReceiptFree } from '../store/commands.ts';
import { hasComplaint } from '../store/complaints.ts';
import type { Tx } from '../store/database.ts';
import { orderByTime } from '../store/entries.ts';
import {
  dropWaiting,
  findWaiting,
  putWaiting,
  readConfirmed,
  type WaitingLimits,
  waitingOf,
} from '../store/joining.ts';
import { readMemory } from '../store/lapor-memory.ts';
import type { WaitingCommandTable } from '../store/schema.ts';
import {
  asText,
  busy,
  type DecideDeps,
  decideIn,
  inTransaction,
  isOfAgencyOf,
  later,
  refusedWithout,
  type SentCommand,
  SOON_MS,
} from './decide.ts';

/**
 * Decides a command that an office decided alone and brings when it joins: by the same function as every
 * other one, in a transaction of its own, and with its stored result. What is done to a complaint of LAPOR!
 * that is not known here waits until an import has named it.
 */
function adoptCommand(
  deps: DecideDeps,
  officer: Officer,
  brought: BroughtCommand,
  room: WaitingRoom,
): Promise<BroughtResult> {
  return inTransaction<BroughtResult>(deps, brought.command.id, (tx) =>
    adoptIn(tx, { officer, now: deps.now, room }, asText(brought)),
  );
}

/** Keeps a command until an import names its complaint; or what is in the way of that. */
type WaitingRoom = (tx: Tx, brought: BroughtCommand) => Promise<'waiting' | RefusalCode>;

/** What waits is counted once for each request. It is full for a small command too: none leaves a gap. */
function waitingRoom(officer: Officer, limits: WaitingLimits, now: () => Date): WaitingRoom {
  let used: WaitingLimits | null = null;
  return async (tx, brought) => {
    const there = await findWaiting(tx, brought.command.id);
    if (there !== null) return (await isTheSame(tx, there, brought, officer)) ? 'waiting' : 'forbidden';
    used ??= await waitingOf(tx, officer.id);
    if (used.commands >= limits.commands || used.bytes >= limits.bytes) return 'too_much_waiting';
    const bytes = await putWaiting(tx, officer.id, brought, now());
    used = { commands: used.commands + 1, bytes: used.bytes + bytes };
    return 'waiting';
  };
}

/** Does the officer, or another one of the agency, bring what waits there already? */
async function isTheSame(
  tx: Tx,
  there: Pick<WaitingCommandTable, 'officerId' | 'brought'>,
  { command }: BroughtCommand,
  officer: Officer,
): Promise<boolean> {
  if (there.officerId === officer.id) return true;
  if (!contentOf(there.brought.command).equals(contentOf(command))) return false;
  return isOfAgencyOf(officer, await findOfficer(tx, there.officerId));
}

/**
 * SHA-256 of what a command says, and of what. Its files are no part of that: a damaged disk may have taken
 * one meanwhile. The schema puts the fields in their order.
 */
function contentOf(sent: SentCommand): Buffer {
  const { complaintId, kind, payload } = commandSchema.safeParse(sent).data ?? sent;
  return createHash('sha256')
    .update(JSON.stringify([complaintId, kind, payload]))
    .digest();
}

/** Adopts what one request brings: what follows on a complaint is not decided before what waits there. */
export function adoptInOrder(deps: DecideDeps, officer: Officer, limits: WaitingLimits) {
  const held = new Set<string | null>();
  const room = waitingRoom(officer, limits, deps.now);
  return async (brought: BroughtCommand): Promise<BroughtResult> => {
    const { id, complaintId } = brought.command;
    if (held.has(complaintId)) return busy(id);
    const result = await adoptCommand(deps, officer, brought, room);
    if (result.outcome === 'later') held.add(complaintId);
    return result;
  };
}

async function adoptIn(
  tx: Tx,
  { officer, now, room }: { readonly officer: Officer; readonly now: () => Date; readonly room: WaitingRoom },
  brought: BroughtCommand,
): Promise<BroughtResult> {
  const viewer = officer.agency?.id ?? '';
  const { id, complaintId } = brought.command;
  const { held, missing } = await lookForFiles(tx, viewer, brought.command.attachments);
  if (missing.length > 0) return later(id, SOON_MS, missing);
  // A text does not fall with a file that was not taken.
  const attachments = brought.command.attachments.filter(({ sha256 }) => held.has(sha256));
  const sent: SentCommand = { ...brought.command, attachments };
  if (complaintId === null || !(isRecordedId(complaintId) || isLaporId(complaintId)))
    return refusedWithout('unknown_complaint', id);
  const isKnown = sent.kind === 'record' || (await hasComplaint(tx, complaintId));
  if (!isKnown && isRecordedId(complaintId)) return refusedWithout('unknown_complaint', id);
  if (!isKnown) {
    const code = refusalOfWaiting(sent, officer);
    if (code !== null) return refusedWithout(code, id);
    const there = await room(tx, brought);
    return there === 'waiting' ? { outcome: there, id } : refusedWithout(there, id);
  }
  const memory = (await readMemory(tx, [complaintId])).get(complaintId);
  const lapor = { here: memory?.rawStatus ?? null, office: brought.laporStatus };
  const { receipt: officeReceipt } = brought;
  // The reporter was told the number of a recorded complaint: it stays, unless it is another one's here.
  const isNumber = sent.kind === 'record' && officeReceipt !== null;
  const isFree = isNumber && (await isReceiptFree(tx, officeReceipt));
  let isLast = true;
  const result = await decideIn(tx, sent, {
    officer,
    now,
    receipt: isFree ? officeReceipt : null,
    brought: contentOf(sent),
    apply: (known, command, { at, receipt }) => {
      const applied = adopt(known, command, { officer, now: at, receipt, officeReceipt, lapor });
      if (!applied.ok) return applied;
      isLast = applied.complaint.timeline
        .slice(0, known.timeline.length)
        .every((e, i) => e === known.timeline[i]);
      if (!isNumber || isFree) return applied;
      const extra = { ...applied.complaint.extra, 'Nomor sebelum bergabung': officeReceipt };
      return { ok: true, complaint: { ...applied.complaint, extra } };
    },
  });
  if (!isLast) await orderByTime(tx, complaintId);
  return result;
}

/** What is wrong with a command whatever the complaint is; null: nothing. */
function refusalOfWaiting(sent: SentCommand, { role }: Officer): RefusalCode | null {
  const command = commandSchema.safeParse(sent).data;
  if (command === undefined) return 'unknown_kind';
  return mayDo(role, command.kind) ? refusalOfWords(command) : 'forbidden';
}

/** Decides what waited for an import to name its complaint; to be called when one has. */
export async function adoptConfirmed(deps: DecideDeps): Promise<void> {
  for (const { id, officerId, brought } of await readConfirmed(deps.db)) {
    const officer = await findOfficer(deps.db, officerId);
    if (officer === null) continue;
    // It waits already, so there is room for it should the complaint be gone again.
    const { outcome } = await adoptCommand(deps, officer, brought, async () => 'waiting');
    if (outcome === 'accepted' || outcome === 'refused') await dropWaiting(deps.db, id);
  }
}
