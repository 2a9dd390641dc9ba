import type * as z from 'zod';
import type { BroughtComplaint, broughtAnswer } from '#shared/contract/central/central.ts';
import { adoptHistory, broughtBy, isNamedRightly } from '#shared/domain/complaint/adoption.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { type CommandFiles, lookForFiles, safelyNamed } from '../attachments/of-command.ts';
import { nextReceipt } from '../store/commands.ts';
import { idOfNumber, lockComplaint } from '../store/complaints.ts';
import type { Tx } from '../store/database.ts';
import { orderByTime } from '../store/entries.ts';
import { type FeedLine, publish } from '../store/feed.ts';
import { readMemory, rememberLapor } from '../store/lapor-memory.ts';
import { writeComplaint } from '../store/write-complaint.ts';
import type { DecideDeps } from './decide.ts';

type Answer = z.infer<typeof broughtAnswer>;

/**
 * Takes the complaints of a standalone office that joins: one that is not known here with all of its history,
 * of a known one what the officer wrote. Everything stands under its own id, so bringing it again changes
 * nothing. Times and receipts stay as the office has them, and each entry says so (`alone`).
 */
export function adoptComplaints(
  { db, now }: DecideDeps,
  officer: Officer,
  brought: readonly BroughtComplaint[],
): Promise<Answer> {
  const { agency } = officer;
  // An officer without an agency has no complaints to bring.
  if (agency === null)
    return Promise.resolve({ elsewhere: brought.map(({ report }) => report.id), missing: [] });
  return db.transaction().execute(async (tx) => {
    const agencyId = agency.id;
    const at = now().toISOString();
    const entries = brought.flatMap(({ report }) => report.timeline);
    const named = entries.flatMap(({ attachments }) => attachments);
    const files = await lookForFiles(tx, agencyId, named);
    if (files.missing.length > 0) return { elsewhere: [], missing: [...files.missing] };

    const elsewhere: string[] = [];
    const lines: FeedLine[] = [];
    // Everybody locks complaints in one order.
    const inOrder = brought.toSorted((a, b) => (a.report.id < b.report.id ? -1 : 1));
    for (const { report: complaint, lapor } of inOrder) {
      if (!isNamedRightly(complaint)) continue;
      const own = broughtBy(officer, withHeldFiles(complaint, files), at);
      const known = await lockComplaint(tx, complaint.id, agencyId);
      if (known !== null && known.agency?.id !== agencyId) {
        elsewhere.push(complaint.id);
        continue;
      }
      const adopted =
        known === null
          ? await insertWhole(tx, own, lapor, agencyId)
          : await addHistory(tx, known, own, lapor, agencyId);
      if (adopted === null) continue;
      const kind = adopted.agency === null ? 'removal' : 'upsert';
      lines.push({ agencyId, kind, complaintId: complaint.id });
    }
    await publish(tx, lines);
    const detail = { brought: brought.length, changed: lines.length, elsewhere: elsewhere.length };
    const audit = { at, officerId: officer.id, action: 'bring', subject: agencyId, detail };
    await tx.insertInto('audit').values(audit).execute();
    return { elsewhere, missing: [] };
  });
}

/** Without the files that were rejected, and the others under safe names. */
function withHeldFiles(complaint: Complaint, { held }: CommandFiles): Complaint {
  const timeline = complaint.timeline.map((entry) => ({
    ...entry,
    attachments: entry.attachments.filter(({ sha256 }) => held.has(sha256)).map(safelyNamed),
  }));
  return { ...complaint, timeline };
}

async function insertWhole(
  tx: Tx,
  complaint: Complaint,
  lapor: BroughtComplaint['lapor'],
  agencyId: string,
): Promise<Complaint> {
  await writeComplaint(tx, null, await withFreeNumber(tx, complaint), agencyId);
  if (lapor !== null) {
    const { rawStatus, statusReason, agencyText } = lapor;
    await rememberLapor(tx, [{ complaintId: complaint.id, rawStatus, statusReason, agencyText, agencyId }]);
  }
  return complaint;
}

/** Of two standalone offices with the same number the later one gets another, its own stays in words. */
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
  tx: Tx,
  known: Complaint,
  brought: Complaint,
  lapor: BroughtComplaint['lapor'],
  agencyId: string,
): Promise<Complaint | null> {
  const memory = (await readMemory(tx, [known.id])).get(known.id);
  const statuses = { here: memory?.rawStatus ?? null, office: lapor?.rawStatus ?? null };
  const { complaint, added } = adoptHistory(known, brought, statuses);
  if (added.length === 0) return null;
  await writeComplaint(tx, known, complaint, agencyId);
  await orderByTime(tx, known.id);
  return complaint;
}
