import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServiceRow } from '../store/service-row.ts';

/**
 * A place in an agency's feed as clients keep it: opaque to them, signed by us. So a cursor beyond the end of
 * the feed is proof that this database has lost a part of its history, and not somebody's invention.
 */
export function writeCursor(service: ServiceRow, agencyId: string, seq: number): string {
  return `${service.epoch}.${seq}.${sign(service, agencyId, seq).toString('base64url')}`;
}

/** The sequence number of a cursor; null when it is empty, of another epoch, another agency, or not ours. */
export function readCursor(service: ServiceRow, agencyId: string, cursor: string): number | null {
  const [epoch, seqText, signature] = cursor.split('.');
  const seq = Number(seqText);
  if (epoch !== service.epoch || signature === undefined || !Number.isSafeInteger(seq)) return null;
  const given = Buffer.from(signature, 'base64url');
  const right = sign(service, agencyId, seq);
  return given.length === right.length && timingSafeEqual(given, right) ? seq : null;
}

function sign(service: ServiceRow, agencyId: string, seq: number): Buffer {
  return createHmac('sha256', service.cursorKey)
    .update(JSON.stringify([service.epoch, agencyId, seq]))
    .digest()
    .subarray(0, 12);
}
