import { crc32 } from 'node:zlib';
import type { AttachmentType } from '#shared/domain/complaint/attachment.ts';

/**
 * Takes the place where a photo was made out of it (a reporter's house, an officer's home): the GPS directory
 * of its EXIF data and the GPS entries of its XMP text are overwritten, everything else stays, byte for byte
 * at its place. A film's place goes likewise.
 * @returns other bytes of the same length, or the same ones where no position is in them
 */
export function withoutPosition(bytes: Buffer, type: AttachmentType): Buffer {
  switch (type) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
      return withoutPhotoPosition(bytes, type);
    case 'image/heic':
      // A series of photos is kept whole, like a video.
      return withoutFilmPosition(withoutPhotoPosition(bytes, type));
    case 'video/mp4':
      return withoutFilmPosition(bytes);
    default:
      return bytes;
  }
}

function withoutPhotoPosition(bytes: Buffer, type: AttachmentType): Buffer {
  const clean = Buffer.from(bytes);
  const found = [clearExif(clean), clearXmp(clean)].some(Boolean);
  if (!found) return bytes;
  if (type === 'image/png') writePngChecksums(clean);
  return clean;
}

/** Every container keeps EXIF data as a TIFF file: byte order, the number 42, where the directory is. */
const TIFF_STARTS = [Buffer.from([0x49, 0x49, 0x2a, 0]), Buffer.from([0x4d, 0x4d, 0, 0x2a])];
const GPS_DIRECTORY = 0x8825;
const ENTRY_BYTES = 12;
/** Bytes of one value, by the TIFF's own numbering of types. */
const VALUE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
/** No directory has more entries; a number beyond it is no directory. */
const MOST_ENTRIES = 1_000;

function clearExif(bytes: Buffer): boolean {
  let found = false;
  for (const start of TIFF_STARTS) {
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 4)) {
      found = clearGps(bytes, at, start[0] === 0x49) || found;
    }
  }
  return found;
}

/** `at`: where the TIFF begins, from which all its places count. */
function clearGps(bytes: Buffer, at: number, little: boolean): boolean {
  const read = (offset: number, length: 2 | 4): number => {
    const place = at + offset;
    if (offset < 0 || place + length > bytes.length) return -1;
    return little ? bytes.readUIntLE(place, length) : bytes.readUIntBE(place, length);
  };
  const directory = read(4, 4);
  const count = read(directory, 2);
  if (directory < 8 || count < 1 || count > MOST_ENTRIES) return false;
  for (let n = 0; n < count; n++) {
    const entry = directory + 2 + n * ENTRY_BYTES;
    if (read(entry, 2) !== GPS_DIRECTORY) continue;
    const gps = read(entry + 8, 4);
    const entries = read(gps, 2);
    if (gps < 8 || entries < 1 || entries > MOST_ENTRIES) return false;
    for (let m = 0; m < entries; m++) {
      const place = gps + 2 + m * ENTRY_BYTES;
      const length = (VALUE_BYTES[read(place + 2, 2)] ?? 0) * Math.max(0, read(place + 4, 4));
      const value = read(place + 8, 4);
      // Longer values stand elsewhere.
      if (length > 4 && value >= 8) bytes.fill(0, at + value, Math.min(bytes.length, at + value + length));
    }
    // A directory without entries is one that readers pass over.
    bytes.fill(0, at + gps, Math.min(bytes.length, at + gps + 2 + entries * ENTRY_BYTES));
    return true;
  }
  return false;
}

/** `exif:GPSLatitude="3,33.5N"` or `<exif:GPSLatitude>…<`: blanks as the value keep the text well formed. */
const XMP_GPS = /exif:GPS\w+\s*(?:=\s*(["'])(?<attribute>[^"'<]*)\1|>(?<element>[^<]*)<)/g;

function clearXmp(bytes: Buffer): boolean {
  const from = bytes.indexOf('exif:GPS');
  if (from < 0) return false;
  // One character per byte, so that places in the text are places in the file.
  const text = bytes.toString('latin1', from);
  let found = false;
  for (const match of text.matchAll(XMP_GPS)) {
    const value = match.groups?.attribute ?? match.groups?.element ?? '';
    if (value.trim() === '') continue;
    const at = from + match.index + match[0].lastIndexOf(value);
    bytes.fill(0x20, at, at + value.length);
    found = true;
  }
  return found;
}

const PNG_HEAD_BYTES = 8;

/** A PNG's parts each end with a checksum of their name and content. */
function writePngChecksums(bytes: Buffer): void {
  for (let at = PNG_HEAD_BYTES; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'eXIf' || name === 'iTXt') bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end)), end);
    at = end + 4;
  }
}

/** `©xyz` holds "+03.5952+098.6722/", `loci` the same as numbers; a part called `free` is passed over. */
const FILM_PLACES = [Buffer.from([0xa9, 0x78, 0x79, 0x7a]), Buffer.from('loci')];

function withoutFilmPosition(bytes: Buffer): Buffer {
  const udta = bytes.indexOf('udta');
  if (udta < 4) return bytes;
  const end = Math.min(bytes.length, udta - 4 + bytes.readUInt32BE(udta - 4));
  let clean: Buffer | null = null;
  for (const name of FILM_PLACES) {
    const at = bytes.indexOf(name, udta);
    if (at < 4 || at >= end) continue;
    const size = bytes.readUInt32BE(at - 4);
    if (size < 8 || at - 4 + size > end) continue;
    clean ??= Buffer.from(bytes);
    clean.write('free', at, 'latin1');
    clean.fill(0, at + 4, at - 4 + size);
  }
  return clean ?? bytes;
}
