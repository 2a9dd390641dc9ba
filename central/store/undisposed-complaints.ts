import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { EntryDetail } from '#shared/domain/complaint/entry-detail.ts';
import { RAW_STATUS } from '#shared/domain/complaint/status.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { type EntryFile, insertEntryFiles } from './attachments.ts';
import { insertEntries } from './complaints.ts';
import type { Db, Tx } from './database.ts';
import { publish } from './feed.ts';

/** A report that an office recorded and that no OPD has: the Admin Instansi says who answers it. */
export type WaitingReport = {
  readonly number: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly title: string;
};

/** The oldest first. */
export function listWaiting(db: Db): Promise<WaitingReport[]> {
  return db
    .selectFrom('complaints')
    .select(['trackingId as number', 'receivedAt as receivedAt', 'channel', 'title'])
    .where('agencyId', 'is', null)
    .where('id', 'like', 'catat-%')
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
}

/**
 * Gives a waiting report to an OPD. With it go the files and the contact of a reporter who is not anonymous; what tells who
 * an anonymous one is stays with the OPD that recorded it.
 * @returns false where no such report waits
 */
export async function dispose(tx: Tx, number: string, agency: Agency, now: Date): Promise<boolean> {
  const report = await tx
    .selectFrom('complaints')
    .select(['id', 'revision', 'anonymous'])
    .where('trackingId', '=', number)
    .where('agencyId', 'is', null)
    .where('id', 'like', 'catat-%')
    .forUpdate()
    .executeTakeFirst();
  if (report === undefined) return false;
  const { id: complaintId, anonymous } = report;
  const at = now.toISOString();
  const revision = report.revision + 1;
  await tx
    .updateTable('complaints')
    .set({
      agencyId: agency.id,
      rawStatus: RAW_STATUS.dispositionedTo(agency.name),
      dispositionedAt: at,
      revision,
    })
    .where('id', '=', complaintId)
    .execute();
  const first = await recordOf(tx, complaintId);
  // The OPD that recorded it sees its own entry.
  const told = first !== null && !anonymous && first.agencyId !== agency.id;
  const id = v7();
  await insertEntries(tx, [
    {
      complaintId,
      id,
      kind: 'disposition',
      at,
      revision,
      author: { officerId: null, name: 'Admin Instansi', role: 'admin', agencyId: null },
      text: `Diteruskan ke ${agency.name}`,
      attachments: [],
      visibility: 'agency',
      receipt: null,
      detail: told ? first.detail : null,
    },
  ]);
  if (told) await insertEntryFiles(tx, complaintId, id, await filesOf(tx, first.id));
  await tx
    .insertInto('audit')
    .values({
      at,
      officerId: null,
      action: 'disposition',
      subject: complaintId,
      detail: { agency: agency.id },
    })
    .execute();
  const recorder = first?.agencyId ?? agency.id;
  await publish(tx, [
    { agencyId: agency.id, kind: 'upsert', complaintId },
    // Its PC may still show it as waiting.
    ...(recorder === agency.id ? [] : [{ agencyId: recorder, kind: 'removal' as const, complaintId }]),
  ]);
  return true;
}

type RecordEntry = {
  readonly id: string;
  readonly agencyId: string | null;
  readonly detail: EntryDetail | null;
};

async function recordOf(tx: Tx, complaintId: string): Promise<RecordEntry | null> {
  const entry = await tx
    .selectFrom('timelineEntries')
    .select(['id', 'authorAgencyId as agencyId', 'detail'])
    .where('complaintId', '=', complaintId)
    .where('kind', '=', 'record')
    .executeTakeFirst();
  return entry ?? null;
}

async function filesOf(tx: Tx, entryId: string): Promise<readonly EntryFile[]> {
  const { rows } = await sql<EntryFile>`
    select attachment_id, name from entry_attachments
    where entry_id = ${entryId} order by position`.execute(tx);
  return rows;
}
