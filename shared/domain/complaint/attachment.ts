import * as z from 'zod';
import { type Data, line, open, text } from '../schema.ts';

/** What an office sends, by content, with its endings: the first is given where the name has another. */
const ENDINGS = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'video/mp4': ['mp4', 'm4v'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type AttachmentType = keyof typeof ENDINGS;
export const ATTACHMENT_TYPES = Object.keys(ENDINGS) as AttachmentType[];

/** Types that differ in name only: a HEIC of another camera or of a burst, an MP4 of Apple's telephones. */
const SAME_TYPE: Readonly<Record<string, AttachmentType>> = {
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'video/x-m4v': 'video/mp4',
};

/** The type as which content of this MIME type is taken; null: it is not. */
export function attachmentTypeOf(mime: string): AttachmentType | null {
  return ATTACHMENT_TYPES.find((type) => type === (SAME_TYPE[mime] ?? mime)) ?? null;
}

/** Most bytes of a file that are handed over at once, and so the most in one row of the journal. */
export const CHUNK_BYTES = 256 * 1024;

/** Bytes of one file: a photo of a telephone has 3-8 MB, half a minute of film about 25 MB. */
export const MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024;

/** Of the bytes as they are sent, 64 hexadecimal digits: the file's name everywhere but on the screen. */
export const sha256 = text.regex(/^[0-9a-f]{64}$/);

/** A file that goes with a text. Its bytes travel apart from the command. */
export const attachment = open({
  sha256,
  /** As the officer sees it, made safe by `safeName`. */
  name: line,
  type: z.enum(ATTACHMENT_TYPES),
  /** Bytes. */
  size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
});
export type Attachment = Data<typeof attachment>;

export const MAX_ATTACHMENTS = 10;
/** UTF-16 units of a name with its ending: its folders have room in a path of Windows. */
export const MAX_NAME_LENGTH = 120;
/** No file system takes more, in UTF-8. */
export const MAX_NAME_BYTES = 255;

/**
 * A name that is safe to show and to save under on every system: no folder, no control or direction character
 * (a right-to-left override shows "gpj.exe" as "exe.jpg"), none of Windows' reserved names, not too long, and
 * with an ending that tells the truth about the content.
 */
export function safeName(name: string, type: AttachmentType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/\p{Cc}|\p{Cf}|\p{Co}|\p{Cn}|[\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .toWellFormed();
  const dot = clean.lastIndexOf('.');
  const given = dot > 0 ? clean.slice(dot + 1).toLowerCase() : '';
  const known: readonly [string, ...string[]] = ENDINGS[type];
  const ending = known.includes(given) ? given : known[0];
  const stem = known.includes(given) ? clean.slice(0, dot) : clean;
  const room = { units: MAX_NAME_LENGTH - ending.length - 1, bytes: MAX_NAME_BYTES - ending.length - 1 };
  const short = cutWhole(stem, room).replace(/[\s.]+$/, '');
  const named = short === '' || RESERVED.test(short) ? `lampiran${short === '' ? '' : ` ${short}`}` : short;
  return `${cutWhole(named, room)}.${ending}`;
}

/** Windows takes these for devices, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** As many characters from the start as have room, none of them by half. */
function cutWhole(text: string, room: { readonly units: number; readonly bytes: number }): string {
  let [units, bytes] = [0, 0];
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (units + character.length > room.units || bytes > room.bytes) break;
    units += character.length;
  }
  return text.slice(0, units);
}

function utf8Length(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
