/** A part of a file, by where it begins in it. */
export type Chunk = { readonly start: number; readonly bytes: Uint8Array };

/** What chunks that follow each other hold of `[start, start + length)`. */
export function stretchOf(chunks: readonly Chunk[], start: number, length: number): Buffer {
  return Buffer.concat(
    chunks.map((chunk) => {
      const from = Math.max(0, start - chunk.start);
      return Buffer.from(chunk.bytes).subarray(from, Math.max(from, start + length - chunk.start));
    }),
  );
}
