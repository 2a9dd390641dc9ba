import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import { sha256Of } from '../store/journal/file-table.ts';
import { jpeg } from './sample-files.ts';
import { answerBody, complaintNo } from './samples.ts';
import type { TestBackend } from './test-backend.ts';

/** A photo of `size` bytes that no other `seed` has. */
export function photo(size: number, seed: number): Buffer {
  const head = jpeg();
  const rest = Buffer.alloc(size - head.length);
  for (let at = 0; at < rest.length; at++) rest[at] = (at * 31 + seed * 17 + (at >> 8)) & 0x7f;
  return Buffer.concat([head, rest]);
}

/**
 * Answers complaint `number` with files, as the window does it. Answers the command's id and the files'
 * SHA-256.
 */
export async function answerWithFiles(
  bench: Pick<TestBackend, 'client'>,
  number: number,
  text: string,
  files: readonly Buffer[],
): Promise<{ readonly id: string; readonly shas: readonly string[] }> {
  return answerOn(bench, complaintNo(number).id, text, files);
}

export async function answerOn(
  bench: Pick<TestBackend, 'client'>,
  complaintId: string,
  text: string,
  files: readonly Buffer[],
): Promise<{ readonly id: string; readonly shas: readonly string[] }> {
  const draftId = crypto.randomUUID();
  for (const [place, bytes] of files.entries())
    await attachPhoto(bench, { draftId, complaintId, name: `foto ${place}.jpg` }, bytes);
  const sent = await bench.client.command.submit({ complaintId, body: answerBody(text), draftId });
  if (!sent.ok) throw new Error(sent.code);
  return { id: sent.id, shas: files.map(sha256Of) };
}

/** Takes a file into a draft, as the window does it. */
export async function attachPhoto(
  { client }: Pick<TestBackend, 'client'>,
  draft: { readonly draftId: string; readonly complaintId: string; readonly name: string },
  bytes: Buffer,
): Promise<void> {
  const place = { ...draft, kind: 'follow_up', size: bytes.length, reducedFrom: null } as const;
  const begun = await client.attachment.begin(place);
  if (!begun.ok) throw new Error(begun.code);
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    const piece = bytes.subarray(offset, offset + CHUNK_BYTES).toString('base64');
    await client.attachment.append({ id: begun.id, offset, bytes: piece });
  }
  const taken = await client.attachment.finish({ id: begun.id });
  if (!taken.ok) throw new Error(taken.code);
}
