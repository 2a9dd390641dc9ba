import { fileTypeFromBuffer } from 'file-type';
import { type AttachmentType, attachmentTypeOf } from '#shared/domain/complaint/attachment.ts';

/** What the bytes are, by content alone; null for what is not taken: programs, archives, text. */
export async function kindOf(bytes: Uint8Array): Promise<AttachmentType | null> {
  return attachmentTypeOf((await fileTypeFromBuffer(bytes))?.mime ?? '');
}
