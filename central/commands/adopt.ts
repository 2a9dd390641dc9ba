import type * as z from 'zod';
import type { BroughtReport, broughtAnswer } from '#shared/contract/central/central.ts';
import { adoptHistory, broughtBy, isNamedRightly } from '#shared/domain/complaint/adoption.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { rowOf } from '#shared/domain/complaint/row.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { lookForFiles, safelyNamed } from '../attachments/of-command.ts';
import { writeAudit } from '../store/audit.ts';
import { nextReceipt } from '../store/commands.ts';
import {
  idOfNumber,
  insertComplaints,
  lockComplaint,
  orderByTime,
  setState,
  writeEntries,
} from '../store/complaints.ts';
import type { Tx } from '../store/database.ts';
import { type FeedLine, publish } from '../store/feed.ts';
import { readMemory, rememberLapor } from '../store/lapor-memory.ts';
import { setReadMark } from '../store/read-marks.ts';
import type { DecideDeps } from './decide.ts';

type Answer = z.infer<typeof broughtAnswer>;
type Files = Awaited<ReturnType<typeof lookForFiles>>;
/** What adopting one complaint needs of the request that brought it. */
type Adopting = {
  readonly tx: Tx;
  readonly officer: Officer;
  readonly agencyId: string;
  readonly files: Files;
};

/**
 * Takes the complaints of a standalone office that joins: one that is not known here with all of its history,
 * of a known one what the officer wrote. Everything stands under its own id, so bringing it again changes
 * nothing. Times and receipts stay as the office has them, and each entry says so (`alone`).
 */
export function adoptComplaints(
  { db, now }: DecideDeps,
  officer: Officer,
  brought: readonly BroughtReport[],
): Promise<Answer> {
  const { agency } = officer;
  // An officer without an agency has no complaints to bring.
  if (agency === null)
    return Promise.resolve({ elsewhere: brought.map(({ report }) => report.id), missing: [] });
  return db.transaction().execute(async (tx) => {
    const agencyId = agency.id;
    const at = now().toISOString();
    const named = brought.flatMap(({ report }) => report.timeline.flatMap(({ attachments }) => attachments));
    const files = await lookForFiles(tx, agencyId, named);
    if (files.missing.length > 0) return { elsewhere: [], missing: [...files.missing] };

    const adopting: Adopting = { tx, officer, agencyId, files };
    const elsewhere: string[] = [];
    const lines: FeedLine[] = [];
    // Everybody locks complaints in one order.
    for (const { report, lapor } of brought.toSorted((a, b) => (a.report.id < b.report.id ? -1 : 1))) {
      if (!isNamedRightly(report)) continue;
      const own = broughtBy(officer, withSafeNames(report), at);
      const known = await lockComplaint(tx, report.id, agencyId);
      if (known !== null && known.agency?.id !== agencyId) {
        elsewhere.push(report.id);
        continue;
      }
      const adopted =
        known === null
          ? await insertWhole(adopting, own, lapor)
          : await addHistory(adopting, known, own, lapor);
      if (adopted === null) continue;
      lines.push({ agencyId, kind: adopted.agency === null ? 'removal' : 'upsert', complaintId: report.id });
    }
    await publish(tx, lines);
    const detail = { brought: brought.length, changed: lines.length, elsewhere: elsewhere.length };
    await writeAudit(tx, { at, officerId: officer.id, action: 'bring', subject: agencyId, detail });
    return { elsewhere, missing: [] };
  });
}

function withSafeNames(complaint: Complaint): Complaint {
  const timeline = complaint.timeline.map((entry) => ({
    ...entry,
    attachments: entry.attachments.map(safelyNamed),
  }));
  return { ...complaint, timeline };
}

async function insertWhole(
  adopting: Adopting,
  complaint: Complaint,
  lapor: BroughtReport['lapor'],
): Promise<Complaint> {
  const { tx, agencyId, files } = adopting;
  await insertComplaints(tx, [rowOf(await withFreeNumber(tx, complaint))]);
  await writeEntries(tx, complaint.id, complaint.timeline, files.held);
  await markRead(adopting, complaint);
  if (lapor !== null) {
    const { rawStatus, statusReason, agencyText } = lapor;
    await rememberLapor(tx, [{ complaintId: complaint.id, rawStatus, statusReason, agencyText, agencyId }]);
  }
  return complaint;
}

/**
 * Two standalone offices may have given the same number on the same day: the later one gets another, and
 * keeps its own in words.
 */
async function withFreeNumber(tx: Tx, complaint: Complaint): Promise<Complaint> {
  const { trackingId } = complaint;
  if ((await idOfNumber(tx, trackingId)) === null) return complaint;
  return {
    ...complaint,
    trackingId: await nextReceipt(tx),
    extra: { ...complaint.extra, 'Nomor sebelum bergabung': trackingId },
  };
}

/** Adds what the officer wrote to a complaint that is known here. Null: nothing was new. */
async function addHistory(
  adopting: Adopting,
  known: Complaint,
  brought: Complaint,
  lapor: BroughtReport['lapor'],
): Promise<Complaint | null> {
  const { tx, files } = adopting;
  const memory = (await readMemory(tx, [known.id])).get(known.id);
  const statuses = { here: memory?.rawStatus ?? null, office: lapor?.rawStatus ?? null };
  const { complaint, added } = adoptHistory(known, brought, statuses);
  if (added.length === 0) return null;
  await setState(tx, complaint);
  await writeEntries(tx, known.id, added, files.held);
  await orderByTime(tx, known.id);
  await markRead(adopting, complaint);
  return complaint;
}

/** What the officer had read at the standalone office is read. */
async function markRead({ tx, officer, agencyId }: Adopting, complaint: Complaint): Promise<void> {
  const mark = complaint.readBy.find(({ officerId }) => officerId === officer.id);
  if (mark === undefined) return;
  const { revision } = mark;
  await setReadMark(tx, { complaintId: complaint.id, officerId: officer.id, agencyId, revision });
}
