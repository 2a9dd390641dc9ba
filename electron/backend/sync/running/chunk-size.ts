/**
 * Bytes of a file that one request carries: what goes through in about two seconds, so that a cut costs
 * little and the requests of others get through, also on 64 kbit/s.
 */
export const FIRST_CHUNK_BYTES = 64 * 1024;
export const MIN_CHUNK_BYTES = 16 * 1024;
/** Also the most that is held in memory of a file on its way. */
export const MAX_CHUNK_BYTES = 1024 * 1024;

const QUICK_MS = 1_000;
const SLOW_MS = 4_000;

/** The size of the next chunk after one that took `ms`. */
export function adaptedChunk(chunkBytes: number, ms: number): number {
  if (ms < QUICK_MS) return Math.min(MAX_CHUNK_BYTES, chunkBytes * 2);
  return ms > SLOW_MS ? smallerChunk(chunkBytes) : chunkBytes;
}

export function smallerChunk(chunkBytes: number): number {
  return Math.max(MIN_CHUNK_BYTES, Math.floor(chunkBytes / 2));
}
