/**
 * Bytes of a file that one request carries: what goes through in about two seconds, so that a cut costs little and the
 * requests of others get through, also on 64 kbit/s.
 */
export const FIRST_PIECE_BYTES = 64 * 1024;
export const MIN_PIECE_BYTES = 16 * 1024;
/** Also the most that is held in memory of a file on its way. */
export const MAX_PIECE_BYTES = 1024 * 1024;

const QUICK_MS = 1_000;
const SLOW_MS = 4_000;

/** The size of the next piece after one that took `ms`. */
export function adaptedPiece(pieceBytes: number, ms: number): number {
  if (ms < QUICK_MS) return Math.min(MAX_PIECE_BYTES, pieceBytes * 2);
  return ms > SLOW_MS ? smallerPiece(pieceBytes) : pieceBytes;
}

export function smallerPiece(pieceBytes: number): number {
  return Math.max(MIN_PIECE_BYTES, Math.floor(pieceBytes / 2));
}
