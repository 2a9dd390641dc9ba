import { fileTypeFromBuffer } from 'file-type';
import { ATTACHMENT_TYPES, type AttachmentType } from '#shared/domain/attachment.ts';

export type KindOfFile =
  | { readonly ok: true; readonly type: AttachmentType }
  | { readonly ok: false; readonly code: 'program' | 'type_not_taken' };

/** What a system runs, as `file-type` names it. */
const PROGRAMS: readonly string[] = [
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-msi',
  'application/x-deb',
  'application/x-rpm',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/x-apple-diskimage',
  'application/wasm',
];

/** Brands under which telephones write the two formats that are taken. */
const ALIASES: Readonly<Record<string, AttachmentType>> = {
  'image/heif': 'image/heic',
  'video/x-m4v': 'video/mp4',
};

/** The kind of a file by its bytes. Its name says nothing: a program is a program also as "foto.jpg". */
export async function kindOfFile(bytes: Uint8Array): Promise<KindOfFile> {
  if (isScript(bytes)) return { ok: false, code: 'program' };
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (PROGRAMS.includes(mime)) return { ok: false, code: 'program' };
  const type = ATTACHMENT_TYPES.find((known) => known === (ALIASES[mime] ?? mime));
  return type === undefined ? { ok: false, code: 'type_not_taken' } : { ok: true, type };
}

/** "#!": a text that a system runs. */
function isScript(bytes: Uint8Array): boolean {
  return bytes[0] === 0x23 && bytes[1] === 0x21;
}
