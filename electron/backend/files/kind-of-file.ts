import { fileTypeFromBuffer } from 'file-type';
import { attachmentTypeOf } from '#shared/domain/complaint/attachment.ts';

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

/** The kind of a file by its bytes. Its name says nothing: a program is a program also as "foto.jpg". */
export async function kindOfFile(bytes: Uint8Array) {
  if (isScript(bytes)) return PROGRAM;
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (PROGRAMS.includes(mime)) return PROGRAM;
  const type = attachmentTypeOf(mime);
  return type === null ? ({ ok: false, code: 'type_not_taken' } as const) : ({ ok: true, type } as const);
}

const PROGRAM = { ok: false, code: 'program' } as const;

/** "#!": a text that a system runs. */
function isScript(bytes: Uint8Array): boolean {
  return bytes[0] === 0x23 && bytes[1] === 0x21;
}
