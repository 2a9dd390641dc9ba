import { fileTypeFromBuffer } from 'file-type';
import { ATTACHMENT_TYPES, type AttachmentType } from '#shared/domain/attachment.ts';

/** Kinds that differ in name only: a HEIC of another camera, an MP4 as a telephone of Apple marks it. */
const SAME: Readonly<Record<string, AttachmentType>> = {
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'video/x-m4v': 'video/mp4',
};

/** What the bytes are, by their content alone; null for everything that is not taken: programs, archives, text. */
export async function kindOf(bytes: Uint8Array): Promise<AttachmentType | null> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  return SAME[found] ?? ATTACHMENT_TYPES.find((type) => type === found) ?? null;
}
