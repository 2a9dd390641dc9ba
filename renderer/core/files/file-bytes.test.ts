import { expect, test } from 'vitest';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Backend } from '../transport/backend.ts';
import { toBase64 } from './base64.ts';
import { FileBytes } from './file-bytes.ts';

const bytes = Uint8Array.from({ length: CHUNK_BYTES + 7 }, (_, at) => (at * 7) % 256);
const file = (sha256: string): Attachment => ({ sha256, name: 'f.pdf', type: 'application/pdf', size: 1 });

function reader() {
  const asked: number[] = [];
  let here = true;
  const read = async ({ offset, length }: { offset: number; length: number }) => {
    asked.push(offset);
    if (!here) return null;
    return { bytes: toBase64(bytes.subarray(offset, offset + length)), size: bytes.length };
  };
  const files = new FileBytes({ attachment: { read } } as unknown as Backend);
  return { asked, files, take: (is: boolean) => (here = is) };
}

test('a file is read piece by piece under its own type, and once however many ask', async () => {
  const { asked, files } = reader();
  const [blob, again] = await Promise.all([files.load(file('a')), files.load(file('a'))]);
  expect([blob?.type, again === blob, asked]).toEqual(['application/pdf', true, [0, CHUNK_BYTES]]);
  expect(Buffer.from(await (blob as Blob).arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  expect(await files.load(file('a'))).toBe(blob);
});

test('a file that is not here is asked for again the next time', async () => {
  const { files, take } = reader();
  take(false);
  expect(await files.load(file('b'))).toBeNull();
  take(true);
  expect((await files.load(file('b')))?.size).toBe(bytes.length);
});
