import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise } from 'yauzl';
import { MAX_PARTS, TooLargeError } from './limits.ts';

/** The file cannot be read as what it should be; `message` is for the log, not for a person. */
export class NotExcelError extends Error {}

export type ZipFile = Awaited<ReturnType<typeof openZip>>;

/**
 * Opens a zip archive; its files are read in any order. What it announces to unpack to is all that is ever
 * unpacked of it: a file that turns out larger than announced is damaged.
 * @param most bytes that its files may have together
 * @throws NotExcelError when it is none or damaged; TooLargeError before anything is unpacked
 */
export async function openZip(from: string | Buffer, most: number) {
  const options = { autoClose: false, lazyEntries: true };
  const opening = typeof from === 'string' ? openPromise(from, options) : fromBufferPromise(from, options);
  const archive = await opening.catch(asNotExcel);
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      entries.set(entry.fileName, entry);
      unpacked += entry.uncompressedSize;
      if (unpacked > most) throw new TooLargeError(null);
      if (entries.size > MAX_PARTS) throw new NotExcelError('too many files in it');
    }
  } catch (error) {
    archive.close();
    return asNotExcel(error);
  }
  return {
    has: (name: string): boolean => entries.has(name),
    /** Bytes of a file, unpacked. */
    sizeOf: (name: string): number => entries.get(name)?.uncompressedSize ?? 0,
    /** A file's bytes, unpacked as they are read. @throws NotExcelError when it is not there */
    stream: async (name: string): Promise<Readable> => {
      const entry = entries.get(name);
      if (entry === undefined) throw new NotExcelError(`${name} is missing`);
      return archive.openReadStreamPromise(entry).catch(asNotExcel);
    },
    close: (): void => archive.close(),
  };
}

/** What the file system says (not there, no right to read) stays as it is; all else is about the archive. */
function asNotExcel(error: unknown): never {
  const isOfFile = error instanceof TooLargeError || !(error instanceof Error) || 'syscall' in error;
  if (!isOfFile) throw new NotExcelError(error.message);
  throw error;
}
