import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { entryRowsOf, rowOf } from '#shared/domain/complaint/row.ts';
import { findFiles } from './attachments.ts';
import { insertComplaints, updateComplaints } from './complaints.ts';
import type { Tx } from './database.ts';
import { insertEntries, insertEntryFiles } from './entries.ts';

/**
 * Writes what the domain has made of a complaint: its state, its new entries with their files, and who has
 * read it.
 * @param before as it stood; null: it is new here
 * @param agencyId the agency that may have the files, and whose officers have read it
 */
export async function writeComplaint(
  tx: Tx,
  before: Complaint | null,
  after: Complaint,
  agencyId: string,
): Promise<void> {
  const { id: complaintId, revision, rawStatus, statusReason, returns, dispositionedAt } = after;
  const state = { revision, rawStatus, statusReason, returns, dispositionedAt };
  if (before === null) await insertComplaints(tx, [rowOf(after)]);
  else await updateComplaints(tx, [{ id: complaintId, ...state, agencyId: after.agency?.id ?? null }]);

  const known = new Set(before?.timeline.map(({ id }) => id));
  const added = entryRowsOf(after).filter(({ id }) => !known.has(id));
  const files = added.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256));
  await insertEntries(tx, added);
  await insertEntryFiles(tx, added, await findFiles(tx, agencyId, files));

  for (const mark of after.readBy) {
    const old = before?.readBy.find(({ officerId }) => officerId === mark.officerId);
    if (old?.revision === mark.revision) continue;
    const row = { complaintId, agencyId, officerId: mark.officerId, revision: mark.revision };
    await tx
      .insertInto('readMarks')
      .values(row)
      .onConflict((conflict) => conflict.columns(['complaintId', 'officerId']).doUpdateSet(row))
      .execute();
  }
}
