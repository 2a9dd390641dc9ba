import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { entryRowsOf, rowOf } from '#shared/domain/complaint/row.ts';
import { sampleComplaint } from '#shared/domain/testing/samples.ts';
import { insertComplaints } from '../store/complaints.ts';
import type { Db } from '../store/database.ts';
import { insertEntries } from '../store/entries.ts';
import { publish } from '../store/feed.ts';
import { memoryOf, rememberLapor } from '../store/lapor-memory.ts';

/** For tests: a complaint as an import leaves it, in the feed of its agency. */
export async function giveComplaint(db: Db, overrides: Partial<Complaint> = {}): Promise<Complaint> {
  const complaint = sampleComplaint(overrides);
  await db.transaction().execute(async (tx) => {
    await insertComplaints(tx, [rowOf(complaint)]);
    await insertEntries(tx, entryRowsOf(complaint));
    await rememberLapor(tx, [memoryOf(complaint)]);
    if (complaint.agency !== null) {
      await publish(tx, [{ agencyId: complaint.agency.id, kind: 'upsert', complaintId: complaint.id }]);
    }
  });
  return complaint;
}

/** The id and tracking id of the n-th invented complaint. */
export function numbered(n: number): Pick<Complaint, 'id' | 'trackingId'> {
  return { id: `lapor-${9_300_000 + n}`, trackingId: String(9_300_000 + n) };
}
