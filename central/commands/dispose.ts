import { v7 } from 'uuid';
import { dispose, isUndisposed, recordedBy } from '#shared/domain/complaint/disposition.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { idOfNumber, lockComplaint } from '../store/complaints.ts';
import type { Tx } from '../store/database.ts';
import { publish } from '../store/feed.ts';
import { writeComplaint } from '../store/write-complaint.ts';

/**
 * Gives a recorded complaint that no agency has to the agency that answers it: the Admin Instansi says which.
 * @param number its receipt ("K-20931")
 * @returns false where no such complaint waits
 */
export async function disposeComplaint(tx: Tx, number: string, agency: Agency, now: Date): Promise<boolean> {
  const id = await idOfNumber(tx, number);
  const complaint = id === null ? null : await lockComplaint(tx, id, null);
  if (id === null || complaint === null || !isUndisposed(complaint)) return false;
  const at = now.toISOString();
  const disposed = dispose(complaint, agency, { id: v7(), at });
  const recorder = recordedBy(complaint) ?? agency.id;
  await writeComplaint(tx, complaint, disposed, recorder);
  const audit = { at, officerId: null, action: 'disposition', subject: id, detail: { agency: agency.id } };
  await tx.insertInto('audit').values(audit).execute();
  await publish(tx, [
    { agencyId: agency.id, kind: 'upsert', complaintId: disposed.id },
    // The PC of the agency that recorded it may still show it as waiting.
    ...(recorder === agency.id
      ? []
      : [{ agencyId: recorder, kind: 'removal' as const, complaintId: disposed.id }]),
  ]);
  return true;
}
