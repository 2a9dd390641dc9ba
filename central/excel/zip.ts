import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** The file cannot be read as what it should be; `message` is for the log, not for a person. */
export class NotExcelError extends Error {}

export type ZipFile = {
  has(path: string): boolean;
  /** The bytes of a file in the archive, unpacked as they are read. @throws NotExcelError when it is not there */
  stream(path: string): Promise<Readable>;
  close(): Promise<void>;
};

type Entry = { readonly method: number; readonly size: number; readonly offset: number };

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const FULL_32 = 0xffffffff;
const FULL_16 = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip archive by its central directory (APPNOTE 6.3), so that its files can be read in any order and none of
 * them stands in memory. @throws NotExcelError when it is not an archive, or a damaged one
 */
export async function openZip(path: string): Promise<ZipFile> {
  const file = await open(path, 'r');
  try {
    const entries = await readDirectory(file);
    return {
      has: (name) => entries.has(name),
      stream: (name) => streamEntry(file, entries.get(name), name),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new NotExcelError('the archive is cut off');
  return buffer;
}

async function readDirectory(file: FileHandle): Promise<ReadonlyMap<string, Entry>> {
  const { size } = await file.stat();
  const tailSize = Math.min(size, END_SIZE + MAX_COMMENT);
  const tail = await readAt(file, size - tailSize, tailSize);
  let end = tail.length - END_SIZE;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new NotExcelError('not a zip archive');

  let count = tail.readUInt16LE(end + 10);
  let length = tail.readUInt32LE(end + 12);
  let start = tail.readUInt32LE(end + 16);
  if (count === FULL_16 || length === FULL_32 || start === FULL_32) {
    if (end < 20 || tail.readUInt32LE(end - 20) !== END_64_LOCATOR)
      throw new NotExcelError('no zip64 locator');
    const end64 = await readAt(file, Number(tail.readBigUInt64LE(end - 12)), 56);
    count = Number(end64.readBigUInt64LE(32));
    length = Number(end64.readBigUInt64LE(40));
    start = Number(end64.readBigUInt64LE(48));
  }
  if (start + length > size) throw new NotExcelError('the directory lies outside the archive');

  const directory = await readAt(file, start, length);
  const entries = new Map<string, Entry>();
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) {
      throw new NotExcelError('the directory is damaged');
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.set(name, {
      method: directory.readUInt16LE(at + 10),
      ...placeOf(directory, at, extra),
    });
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Packed size and offset of the local header; from the zip64 field where the 32-bit ones are full. */
function placeOf(directory: Buffer, at: number, extra: Buffer): { size: number; offset: number } {
  let size = directory.readUInt32LE(at + 20);
  let offset = directory.readUInt32LE(at + 42);
  const unpacked = directory.readUInt32LE(at + 24);
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue;
    let next = field + 4;
    const take = (): number => {
      const value = Number(extra.readBigUInt64LE(next));
      next += 8;
      return value;
    };
    if (unpacked === FULL_32) take();
    if (size === FULL_32) size = take();
    if (offset === FULL_32) offset = take();
  }
  return { size, offset };
}

async function streamEntry(file: FileHandle, entry: Entry | undefined, name: string): Promise<Readable> {
  if (entry === undefined) throw new NotExcelError(`${name} is missing`);
  const { method, size, offset } = entry;
  const local = await readAt(file, offset, 30);
  if (local.readUInt32LE(0) !== LOCAL) throw new NotExcelError(`${name} is damaged`);
  if (method !== STORED && method !== DEFLATED)
    throw new NotExcelError(`${name} is packed in an unknown way`);
  const start = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  // An empty range cannot be expressed to createReadStream.
  if (size === 0) throw new NotExcelError(`${name} is empty`);
  const packed = file.createReadStream({ start, end: start + size - 1, autoClose: false });
  if (method === STORED) return packed;
  const unpacked = createInflateRaw();
  packed.on('error', (error) => unpacked.destroy(error));
  return packed.pipe(unpacked);
}
