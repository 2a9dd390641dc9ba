import { crc32 } from 'node:zlib';

/** Invented files with true heads, as small as they can be. */

/**
 * A TIFF directory of GPS data, little- or big-endian: latitude as three fractions, and its reference letter.
 */
export function exifWithPosition(little: boolean): Buffer {
  const bytes = Buffer.alloc(98);
  const u16 = (value: number, at: number) =>
    little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(little ? 'II' : 'MM', 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  // The first directory: the orientation, and where the GPS directory is.
  u16(2, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(6, 18);
  u16(0x8825, 22);
  u16(4, 24);
  u32(1, 26);
  u32(38, 30);
  u32(0, 34);
  u16(2, 38);
  u16(1, 40);
  u16(2, 42);
  u32(2, 44);
  bytes.write('N', 48, 'latin1');
  u16(2, 52);
  u16(5, 54);
  u32(3, 56);
  u32(68, 60);
  for (const [n, value] of [3, 1, 33, 1, 3120, 100].entries()) u32(value, 68 + n * 4);
  return bytes;
}

export function jpeg({ exif = null as Buffer | null, xmp = '', padding = 0 } = {}): Buffer {
  const segment = (marker: number, content: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(exif === null ? [] : [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]))]),
    ...(xmp === '' ? [] : [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`))]),
    segment(0xdb, Buffer.alloc(65, 1)),
    Buffer.alloc(padding, 7),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function png(parts: readonly (readonly [name: string, content: Buffer])[] = []): Buffer {
  const part = (name: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, checksum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(1, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    ...parts.map(([name, content]) => part(name, content)),
    part('IDAT', Buffer.from([0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1])),
    part('IEND', Buffer.alloc(0)),
  ]);
}

/** Boxes of an ISO media file: HEIC and MP4 differ by the brand in the first one. */
export function isoMedia(brand: string, boxes: readonly Buffer[] = []): Buffer {
  return Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}mif1`, 'latin1')), ...boxes]);
}

export function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

/** A zip archive of one stored part, as an office document begins. */
export function officeDocument(part: 'word/document.xml' | 'xl/workbook.xml'): Buffer {
  const kind = part === 'word/document.xml' ? 'wordprocessingml.document' : 'spreadsheetml.sheet';
  const types = Buffer.from(
    `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
  );
  const name = Buffer.from('[Content_Types].xml');
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 0, 'latin1');
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(crc32(types), 14);
  head.writeUInt32LE(types.length, 18);
  head.writeUInt32LE(types.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, types]);
}

export const pdf = (): Buffer => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n', 'latin1');
export const windowsProgram = (): Buffer =>
  Buffer.concat([Buffer.from('MZ', 'latin1'), Buffer.alloc(200, 1)]);
