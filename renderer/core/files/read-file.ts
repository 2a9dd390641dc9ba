import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Backend } from '../transport/backend.ts';
import { fromBase64 } from './base64.ts';

/**
 * Reads a whole file chunk by chunk, under its own type.
 * @throws when the file is not on this computer, or the line broke
 */
export async function readFile(backend: Backend, { sha256, type }: Attachment): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0, size = 1; at < size; ) {
    const chunk = await backend.attachment.read({ sha256, offset: at, length: CHUNK_BYTES });
    const bytes = chunk === null ? null : fromBase64(chunk.bytes);
    if (chunk === null || bytes === null || bytes.length === 0) throw new Error('the file is not here');
    chunks.push(bytes);
    at += bytes.length;
    size = chunk.size;
  }
  return new Blob(chunks, { type });
}
