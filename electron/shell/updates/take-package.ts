import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { measureFile, NOTE_FILE, type PackageFile } from '#shared/node/release-note.ts';

/** Nobody reads more of a note than this, bytes. */
const LONGEST_NOTE = 64 * 1024;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type TakeProblem = 'no_connection' | 'note_missing' | 'package_missing' | PackageProblem | 'disk';
export type PackageProblem = 'package_truncated' | 'package_tampered';
type Taken =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: TakeProblem };

/** Where a release comes from: a folder of a server, or one on this PC (a stick). */
export type Source = {
  readonly note: () => Promise<{ readonly text: string } | { readonly code: TakeProblem }>;
  /** Writes the package behind what `part` has of it. Answers what is wrong. */
  readonly fill: (
    part: string,
    file: PackageFile,
    have: number,
    version: string,
  ) => Promise<TakeProblem | null>;
};

/** Where a file of this name lies in the folder of releases at `address`. */
export function placeIn(address: string, name: string): URL {
  return new URL(name, address.endsWith('/') ? address : `${address}/`);
}

/** A folder of releases behind an address. */
export function feed(address: string, get: Fetch, signal: AbortSignal): Source {
  const ask = (name: string, headers: Record<string, string> = {}): Promise<Response> =>
    get(placeIn(address, name).href, { headers, signal, cache: 'no-store' });
  return {
    note: async () => {
      try {
        const response = await ask(NOTE_FILE);
        if (!response.ok) return { code: response.status === 404 ? 'note_missing' : 'no_connection' };
        return { text: await readShort(response) };
      } catch {
        return { code: 'no_connection' };
      }
    },
    fill: async (part, file, have) => {
      try {
        const response = await ask(file.name, have > 0 ? { range: `bytes=${have}-` } : {});
        if (response.status === 404) return 'package_missing';
        if (response.status === 416) return 'package_truncated';
        if (!response.ok || response.body === null) return 'no_connection';
        const goesOn = response.headers.get('content-range')?.startsWith(`bytes ${have}-`) === true;
        if (response.status === 206 && !goesOn) return 'no_connection';
        return await append(bytesOf(response.body), part, goesOn ? have : 0, file.size);
      } catch (error) {
        return isOfDisk(error) ? 'disk' : 'no_connection';
      }
    },
  };
}

/** A folder on this PC. */
export function folderSource(folder: string): Source {
  return {
    note: async () => {
      try {
        const file = createReadStream(join(folder, NOTE_FILE), { end: LONGEST_NOTE });
        return { text: Buffer.concat(await file.toArray()).toString() };
      } catch {
        return { code: 'note_missing' };
      }
    },
    fill: async (part, file) => {
      const original = join(folder, file.name);
      const found = await stat(original).catch(() => null);
      if (found?.isFile() !== true) return 'package_missing';
      return append(createReadStream(original), part, 0, file.size).catch(() => 'disk' as const);
    },
  };
}

/**
 * Takes the package into `folder`, where nothing else stays, and answers where it lies once it is the one
 * that the note names. A download that was cut off goes on the next time; what is wrong is deleted.
 */
export async function takePackage(
  source: Source,
  folder: string,
  file: PackageFile,
  version: string,
): Promise<Taken> {
  const path = join(folder, file.name);
  const part = `${path}.part`;
  try {
    await keepOnly(folder, [file.name, `${file.name}.part`]);
    if ((await checkPackage(path, file)) === null) return { ok: true, path };
    await rm(path, { force: true });
    const have = (await stat(part).catch(() => null))?.size ?? 0;
    const problem =
      have === file.size ? null : await source.fill(part, file, have < file.size ? have : 0, version);
    const wrong = problem ?? (await checkPackage(part, file));
    if (wrong !== null) {
      if (wrong !== 'no_connection') await rm(part, { force: true });
      return { ok: false, code: wrong };
    }
    await rename(part, path);
    return { ok: true, path };
  } catch {
    return { ok: false, code: 'disk' };
  }
}

/** What is wrong with a package as it lies there; null: it is the one that the note names. */
export async function checkPackage(path: string, file: PackageFile): Promise<PackageProblem | null> {
  const found = await measureFile(path).catch(() => ({ size: 0, sha512: '' }));
  if (found.size < file.size) return 'package_truncated';
  return found.size === file.size && found.sha512 === file.sha512 ? null : 'package_tampered';
}

/** Deletes what lies in the folder but these. */
export async function keepOnly(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!names.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Never more than the note says: a server that sends without end fills no disk. */
async function append(
  bytes: Readable,
  part: string,
  have: number,
  size: number,
): Promise<PackageProblem | null> {
  let length = have;
  let tooLong = false;
  const limited = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      length += piece.length;
      tooLong = length > size;
      if (tooLong) return;
      yield piece;
    }
  };
  await pipeline(bytes, limited, createWriteStream(part, { flags: have > 0 ? 'a' : 'w' }));
  return tooLong ? 'package_tampered' : null;
}

async function readShort(response: Response): Promise<string> {
  if (response.body === null) return '';
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytesOf(response.body)) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST_NOTE) break;
  }
  return Buffer.concat(pieces).toString();
}

/** The types of the page's and of Node's streams differ; they are the same thing. */
function bytesOf(body: ReadableStream): Readable {
  return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
}

function isOfDisk(error: unknown): boolean {
  return (
    error instanceof Error && 'syscall' in error && (error.syscall === 'write' || error.syscall === 'open')
  );
}
