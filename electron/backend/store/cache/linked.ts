import type { Db } from '../open-database.ts';

export type LinkedReport = { readonly id: string; readonly trackingId: string; readonly title: string };

/** Complaints of the queue that the agency has linked to the one with this number, the oldest first. */
export type LinkedTo = (trackingId: string) => readonly LinkedReport[];

export const LINKED_SQL = `
  SELECT id, trackingId, title FROM complaint INDEXED BY complaint_linked
  WHERE ours = 1 AND links IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(links) WHERE value = ?)
  ORDER BY receivedNo LIMIT ?`;

/** @param most more than can be answered together need not be read */
export function linkedTo(db: Db, most: number): LinkedTo {
  const select = db.prepare<[string, number], LinkedReport>(LINKED_SQL);
  return (trackingId) => (trackingId === '' ? [] : select.all(trackingId, most));
}
