import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServiceRow } from '../store/service-row.ts';

type Place = { readonly epoch: string; readonly seq: number };

/**
 * A place in an agency's feed as clients keep it: opaque to them, signed by us. So a cursor beyond the end of
 * the feed is proof that this database has lost a part of its history, and not somebody's invention.
 */
export function writeCursor(service: ServiceRow, agencyId: string, seq: number): string {
  return `${service.epoch}.${seq}.${sign(service, agencyId, seq).toString('base64url')}`;
}

/** The epoch of a cursor may have ended. Null: it is empty, of another agency, or not ours. */
export function readCursor({ cursorKey }: ServiceRow, agencyId: string, cursor: string): Place | null {
  const [epoch, seqText, signature] = cursor.split('.');
  const seq = Number(seqText);
  if (epoch === undefined || signature === undefined || !Number.isSafeInteger(seq)) return null;
  const given = Buffer.from(signature, 'base64url');
  const right = sign({ epoch, cursorKey }, agencyId, seq);
  return given.length === right.length && timingSafeEqual(given, right) ? { epoch, seq } : null;
}

function sign({ epoch, cursorKey }: ServiceRow, agencyId: string, seq: number): Buffer {
  return createHmac('sha256', cursorKey)
    .update(JSON.stringify([epoch, agencyId, seq]))
    .digest()
    .subarray(0, 12);
}
