import { createHash } from 'node:crypto';
import type { Answer, FailureCode } from '../sync/http/failure.ts';
import type { AnnouncedFile, FileTransport } from '../sync/http/transport.ts';

/** `lost`: decided, and then the answer does not arrive. Otherwise the request is refused with the code. */
export type Fault =
  | { readonly lost: true }
  | { readonly code: FailureCode; readonly retryAfterMs?: number }
  /** So many bytes arrive, then the line is cut. */
  | { readonly cutAfter: number };

export function failure(fault: Fault): {
  ok: false;
  failure: { code: FailureCode; retryAfterMs: number | null };
} {
  const { code, retryAfterMs = null } = 'code' in fault ? fault : { code: 'cut' as const };
  return { ok: false, failure: { code, retryAfterMs } };
}

type Upload = { readonly file: AnnouncedFile; received: Buffer };
export type FilesBackup = {
  readonly whole: ReadonlyMap<string, Uint8Array>;
  readonly uploads: ReadonlyMap<string, { readonly file: AnnouncedFile; readonly received: Uint8Array }>;
  readonly made: number;
};

/**
 * The files of a central service in memory: uploads that can be continued, downloads by chunks, and faults at
 * any byte.
 */
export class ScriptedFiles {
  readonly whole = new Map<string, Buffer>();
  /** Whole, and not of a kind that the central service takes. */
  readonly rejected = new Set<string>();
  readonly uploads = new Map<string, Upload>();
  /** What is decided about a file before it is announced: the central service will not take it. */
  readonly notTaken = new Set<string>();
  /** Pieces as they came: the upload's place, from which byte, how many. */
  readonly pieces: (readonly [string, number, number])[] = [];
  readonly chunks: (readonly [string, number, number])[] = [];
  /** Files that became whole and texts that were accepted, in order. */
  readonly happened: string[] = [];
  readonly faults: Record<'has' | 'announce' | 'offset' | 'append' | 'chunk', Fault[]> = {
    has: [],
    announce: [],
    offset: [],
    append: [],
    chunk: [],
  };
  /** Files whose bytes somebody on the line does not let through. */
  readonly blocked: Set<string> = new Set();
  /** Bytes that a chunk brings instead of the right ones, once per entry. */
  readonly wrongChunks: Buffer[] = [];
  /** While set, no request is answered before it resolves. */
  gate: Promise<void> = Promise.resolve();
  #made = 0;

  backup(): FilesBackup {
    const uploads = [...this.uploads].map(([url, upload]) => [url, { ...upload }] as const);
    return { whole: new Map(this.whole), uploads: new Map(uploads), made: this.#made };
  }

  load({ whole, uploads, made }: FilesBackup): void {
    this.whole.clear();
    for (const [sha256, bytes] of whole) this.whole.set(sha256, Buffer.from(bytes));
    this.uploads.clear();
    for (const [url, { file, received }] of uploads) {
      this.uploads.set(url, { file, received: Buffer.from(received) });
    }
    // Never a second time the same place, also not after an older backup.
    this.#made = Math.max(this.#made, made);
  }

  /** Does a command that names it still have to wait for it? */
  missing(sha256: string): boolean {
    return !this.whole.has(sha256) && !this.isBad(sha256);
  }

  isBad(sha256: string): boolean {
    return this.rejected.has(sha256) || this.notTaken.has(sha256);
  }

  readonly transport: FileTransport = {
    has: async (sha256) => this.#answer('has', () => this.whole.has(sha256)),
    announce: async (file) =>
      this.#answer('announce', () => {
        if (this.notTaken.has(file.sha256)) return null;
        const url = `https://pusat.invalid/v1/attachments/${++this.#made}`;
        this.uploads.set(url, { file, received: Buffer.alloc(0) });
        return url;
      }),
    offset: async (url) => this.#answer('offset', () => this.uploads.get(url)?.received.length ?? null),
    append: async (url, offset, bytes, signal) => {
      await this.gate;
      if (signal.aborted) return failure({ code: 'aborted' });
      const upload = this.uploads.get(url);
      if (upload === undefined) return { ok: true, value: null };
      if (offset !== upload.received.length) return failure({ code: 'conflict' });
      if (this.blocked.has(upload.file.sha256)) return failure({ code: 'not_an_answer' });
      const fault = this.faults.append.shift();
      if (fault !== undefined && 'code' in fault) return failure(fault);
      const arrived = fault !== undefined && 'cutAfter' in fault ? bytes.subarray(0, fault.cutAfter) : bytes;
      upload.received = Buffer.concat([upload.received, arrived]);
      this.pieces.push([url, offset, arrived.length]);
      if (upload.received.length === upload.file.size) this.#end(upload);
      return fault === undefined ? { ok: true, value: upload.received.length } : failure(fault);
    },
    chunk: async (sha256, start, length, signal) => {
      await this.gate;
      if (signal.aborted) return failure({ code: 'aborted' });
      const fault = this.faults.chunk.shift();
      if (fault !== undefined) return failure(fault);
      this.chunks.push([sha256, start, length]);
      const bytes = this.whole.get(sha256);
      if (bytes === undefined) return { ok: true, value: null };
      const chunk = this.wrongChunks.shift() ?? bytes.subarray(start, start + length);
      return { ok: true, value: { bytes: chunk, size: bytes.length } };
    },
  };

  #end({ file, received }: Upload): void {
    const { sha256 } = file;
    if (createHash('sha256').update(received).digest('hex') !== sha256)
      throw new Error('other bytes arrived');
    if (!this.rejected.has(sha256)) this.whole.set(sha256, received);
    this.happened.push(`file ${sha256}`);
  }

  async #answer<T>(kind: 'has' | 'announce' | 'offset', value: () => T): Promise<Answer<T>> {
    await this.gate;
    const fault = this.faults[kind].shift();
    if (fault !== undefined && 'code' in fault) return failure(fault);
    const answered = value();
    return fault === undefined ? { ok: true, value: answered } : failure(fault);
  }
}
