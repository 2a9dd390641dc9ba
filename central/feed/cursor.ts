import type { ServiceRow } from '../store/service-row.ts';
import { isSame, signatureOf } from './signature.ts';

type Place = { readonly epoch: string; readonly seq: number };

/**
 * A place in an agency's feed as clients keep it: opaque to them, signed by us. So a cursor beyond the end of
 * the feed is proof that this database has lost a part of its history, and not somebody's invention.
 */
export function writeCursor(service: ServiceRow, agencyId: string, seq: number): string {
  return `${service.epoch}.${seq}.${sign(service, agencyId, seq)}`;
}

/** The epoch of a cursor may have ended. Null: it is empty, of another agency, or not ours. */
export function readCursor({ cursorKey }: ServiceRow, agencyId: string, cursor: string): Place | null {
  const [epoch, seqText, signature] = cursor.split('.');
  const seq = Number(seqText);
  if (epoch === undefined || signature === undefined || !Number.isSafeInteger(seq)) return null;
  return isSame(signature, sign({ epoch, cursorKey }, agencyId, seq)) ? { epoch, seq } : null;
}

const sign = ({ epoch, cursorKey }: ServiceRow, agencyId: string, seq: number): string =>
  signatureOf(cursorKey, [epoch, agencyId, seq]);
