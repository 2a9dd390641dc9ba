import { fileTypeFromBuffer } from 'file-type';
import { type AttachmentType, attachmentTypeOf } from '#shared/domain/complaint/attachment.ts';

/**
 * What the bytes are, by their content alone; null for everything that is not taken: programs, archives,
 * text.
 */
export async function kindOf(bytes: Uint8Array): Promise<AttachmentType | null> {
  return attachmentTypeOf((await fileTypeFromBuffer(bytes))?.mime ?? '');
}
