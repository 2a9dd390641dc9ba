import type * as z from 'zod';
import type { BroughtReport, broughtAnswer } from '#shared/contract/central/central.ts';
import { type Complaint, complaintIdOf, isUnread } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { complaintRow } from '../../lapor/complaint-row.ts';
import { lookForFiles, safelyNamed } from '../attachments/of-command.ts';
import { nextReceipt } from '../store/commands.ts';
import { insertComplaints, lockComplaint, orderByTime, setState, writeEntries } from '../store/complaints.ts';
import type { Tx } from '../store/database.ts';
import { type FeedLine, publish } from '../store/feed.ts';
import { readMemory, rememberLapor } from '../store/lapor-memory.ts';
import { setReadMark } from '../store/read-marks.ts';
import type { DecideDeps } from './decide.ts';

type Answer = z.infer<typeof broughtAnswer>;
type Files = Awaited<ReturnType<typeof lookForFiles>>;
type Place = { readonly tx: Tx; readonly officer: Officer; readonly agencyId: string; readonly files: Files };

/**
 * Takes the reports of an office that worked alone: one that is not known here with all of its history, of a known one
 * what the officer wrote. Everything stands under its own id, so bringing it again changes nothing. Times and receipts stay as
 * the office has them, and each entry says so (`alone`).
 */
export function bringReports(
  { db, now }: DecideDeps,
  officer: Officer,
  brought: readonly BroughtReport[],
): Promise<Answer> {
  const { agency } = officer;
  // Who is of no OPD has no reports.
  if (agency === null)
    return Promise.resolve({ elsewhere: brought.map(({ report }) => report.id), missing: [] });
  return db.transaction().execute(async (tx) => {
    const agencyId = agency.id;
    const at = now().toISOString();
    const named = brought.flatMap(({ report }) => report.timeline.flatMap(({ attachments }) => attachments));
    const files = await lookForFiles(tx, agencyId, named);
    if (files.missing.length > 0) return { elsewhere: [], missing: [...files.missing] };

    const place: Place = { tx, officer, agencyId, files };
    const elsewhere: string[] = [];
    const lines: FeedLine[] = [];
    // In one order for everybody who locks reports.
    for (const { report, lapor } of brought.toSorted((a, b) => (a.report.id < b.report.id ? -1 : 1))) {
      if (!isNamedRightly(report)) continue;
      const mine = asOfficers(report, officer, at);
      const stored = await lockComplaint(tx, report.id, agencyId);
      if (stored !== null && stored.agency?.id !== agencyId) {
        elsewhere.push(report.id);
        continue;
      }
      const written =
        stored === null
          ? await insertBrought(place, mine, lapor)
          : await addHistory(place, stored, mine, lapor);
      if (written === null) continue;
      lines.push({ agencyId, kind: written.agency === null ? 'removal' : 'upsert', complaintId: report.id });
    }
    await publish(tx, lines);
    const detail = { brought: brought.length, changed: lines.length, elsewhere: elsewhere.length };
    await tx
      .insertInto('audit')
      .values({ at, officerId: officer.id, action: 'bring', subject: agencyId, detail })
      .execute();
    return { elsewhere, missing: [] };
  });
}

/** A report of LAPOR! under its number, or one that an office recorded: nothing else can be told from an invention. */
function isNamedRightly({ id, trackingId }: Complaint): boolean {
  return isRecordedId(id) ? trackingId.startsWith('K-') : id === complaintIdOf(trackingId);
}

/** What the office wrote is the officer's, whatever is said; nothing of it lies in the future. */
function asOfficers(report: Complaint, officer: Officer, now: string): Complaint {
  const { id: officerId, name, role, agency } = officer;
  const author = { officerId, name, role, agencyId: agency?.id ?? null };
  const timeline = report.timeline.map((entry): TimelineEntry => {
    const at = entry.at < now ? entry.at : now;
    if (entry.author.officerId === null) return { ...entry, at, author: { ...entry.author, role: 'admin' } };
    const attachments = entry.attachments.map(safelyNamed);
    return { ...entry, at, author, attachments, detail: { ...entry.detail, alone: true } };
  });
  const [mark] = report.readBy;
  const read = mark !== undefined && !isUnread(report, mark.officerId);
  const revision = timeline.length + 1;
  return {
    ...report,
    agency: report.agency === null ? null : agency,
    timeline,
    revision,
    readBy: read ? [{ officerId, revision }] : [],
  };
}

async function insertBrought(
  place: Place,
  report: Complaint,
  lapor: BroughtReport['lapor'],
): Promise<Complaint> {
  const { tx, agencyId, files } = place;
  await insertComplaints(tx, [complaintRow(await withFreeNumber(tx, report))]);
  const entries = report.timeline.map((entry, i) => ({ ...entry, revision: i + 2 }));
  await writeEntries(tx, report.id, entries, files.held);
  await markRead(place, report, report.revision);
  if (lapor === null) return report;
  const { rawStatus, statusReason, agencyText } = lapor;
  await rememberLapor(tx, [
    {
      complaintId: report.id,
      rawStatus: rawStatus,
      statusReason: statusReason,
      agencyText: agencyText,
      agencyId: agencyId,
    },
  ]);
  return report;
}

/** Two offices alone may have given the same number on the same day: the later one gets another, and keeps its own in words. */
async function withFreeNumber(tx: Tx, report: Complaint): Promise<Complaint> {
  const { trackingId } = report;
  const taken = await tx
    .selectFrom('complaints')
    .select('id')
    .where('trackingId', '=', trackingId)
    .executeTakeFirst();
  if (taken === undefined) return report;
  return {
    ...report,
    trackingId: await nextReceipt(tx),
    extra: { ...report.extra, 'Nomor sebelum bergabung': trackingId },
  };
}

/**
 * Adds what the officer wrote while alone. The status follows only where nothing but the office has moved it since LAPOR!
 * last said the same to both. Null: nothing was new.
 */
async function addHistory(
  place: Place,
  stored: Complaint,
  brought: Complaint,
  lapor: BroughtReport['lapor'],
): Promise<Pick<Complaint, 'agency'> | null> {
  const { tx, files } = place;
  const known = new Set(stored.timeline.map(({ id }) => id));
  const fresh = brought.timeline.filter(({ id, author }) => author.officerId !== null && !known.has(id));
  if (fresh.length === 0) return null;
  const memory = (await readMemory(tx, [stored.id])).get(stored.id);
  const sameWord =
    memory !== undefined && memory.rawStatus === lapor?.rawStatus && memory.rawStatus === stored.rawStatus;
  const state = sameWord ? brought : stored;
  const revision = stored.revision + fresh.length;
  await setState(tx, stored.id, { ...state, revision });
  const entries = fresh.map((entry, i) => ({ ...entry, revision: stored.revision + i + 1 }));
  await writeEntries(tx, stored.id, entries, files.held);
  await orderByTime(tx, stored.id);
  await markRead(place, brought, revision);
  return state;
}

/** What the officer had read alone is read. */
async function markRead(
  { tx, officer, agencyId }: Place,
  report: Complaint,
  revision: number,
): Promise<void> {
  if (report.readBy.length === 0) return;
  await setReadMark(tx, { complaintId: report.id, officerId: officer.id, agencyId: agencyId, revision });
}
