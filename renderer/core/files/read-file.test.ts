import { expect, test } from 'vitest';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Backend } from '../transport/backend.ts';
import { toBase64 } from './base64.ts';
import { readFile } from './read-file.ts';

const bytes = Uint8Array.from({ length: CHUNK_BYTES + 7 }, (_, at) => (at * 7) % 256);
const file: Attachment = { sha256: 'a', name: 'f.pdf', type: 'application/pdf', size: 1 };

/** A backend that has the file, or has it no more from the second chunk on. */
function backendWith(chunksHere = 2) {
  const asked: number[] = [];
  const read = async ({ offset, length }: { offset: number; length: number }) => {
    asked.push(offset);
    if (asked.length > chunksHere) return null;
    return { bytes: toBase64(bytes.subarray(offset, offset + length)), size: bytes.length };
  };
  return { asked, backend: { attachment: { read } } as unknown as Backend };
}

test('a file is read chunk by chunk under its own type', async () => {
  const { asked, backend } = backendWith();
  const blob = await readFile(backend, file);
  expect([blob.type, asked]).toEqual(['application/pdf', [0, CHUNK_BYTES]]);
  expect(Buffer.from(await blob.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
});

test.each([0, 1])('a file of which only %i chunks are on this computer is not read', async (chunksHere) => {
  await expect(readFile(backendWith(chunksHere).backend, file)).rejects.toThrow('the file is not here');
});
