import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise } from 'yauzl';

/** The file cannot be read as what it should be; `message` is for the log, not for a person. */
export class NotExcelError extends Error {}

export type ZipFile = Awaited<ReturnType<typeof openZip>>;

/** Opens a zip archive; its files are read in any order. @throws NotExcelError when it is none or damaged */
export async function openZip(from: string | Buffer) {
  const options = { autoClose: false, lazyEntries: true };
  const opening = typeof from === 'string' ? openPromise(from, options) : fromBufferPromise(from, options);
  const archive = await opening.catch(asNotExcel);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    archive.close();
    return asNotExcel(error);
  }
  return {
    has: (name: string): boolean => entries.has(name),
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
  if (error instanceof Error && !('syscall' in error)) throw new NotExcelError(error.message);
  throw error;
}
