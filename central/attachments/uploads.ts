import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DataStore, Upload as TusUpload } from '@tus/server';
import type { Db } from '../store/database.ts';
import { append, beginWriting, createUpload, takeOver, type UploadLimits } from '../store/uploads.ts';
import type { Inspector } from './inspect.ts';

/** Most bytes of an upload in memory and in one row. With 200 uploads at once that is 25 MiB. */
const CHUNK_BYTES = 128 * 1024;
/** On a slow link what has come is stored this often (ms), so that a cut costs little to send again. */
const STORE_AFTER_MS = 2_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** tus answers an error by its status; the body is not for the officer. */
const NOT_FOUND = { status_code: 404, body: 'Not found\n' };
/** Tells the client to ask anew where the upload stands. */
const CONFLICT = { status_code: 409, body: 'Upload-Offset conflict\n' };

export type UploadDeps = {
  readonly db: Db;
  readonly now: () => Date;
  readonly inspect: Inspector;
  readonly limits: UploadLimits;
  /** Told of every request that stores bytes, so that the service does not end before they are stored. */
  readonly track: (work: Promise<unknown>) => void;
};

export type Uploader = { readonly agencyId: string; readonly officerId: string };

/** The uploads of one officer as the tus server keeps them: rows of PostgreSQL instead of files. */
export class OfficerUploads extends DataStore {
  readonly #deps: UploadDeps;
  readonly #uploader: Uploader;

  constructor(deps: UploadDeps, uploader: Uploader) {
    super();
    this.#deps = deps;
    this.#uploader = uploader;
    this.extensions = ['creation'];
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    const { sha256, name } = upload.metadata ?? {};
    if (!sha256 || !name || upload.size === undefined) throw new Error('an upload without its metadata');
    const { db, limits, now } = this.#deps;
    const row = { ...this.#uploader, id: upload.id, sha256, name, size: upload.size };
    await createUpload(db, row, limits, now());
    return upload;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    if (!UUID.test(id)) throw NOT_FOUND;
    const found = await takeOver(this.#deps.db, this.#uploader.officerId, id);
    if (found === null) throw NOT_FOUND;
    // The service may have ended between the last byte and the look at them.
    const isReceived = found.state === 'receiving' && found.received === found.size;
    const upload = isReceived ? await this.#deps.inspect(id) : found;
    if (upload === null) throw NOT_FOUND;
    return new TusUpload({
      id,
      size: upload.size,
      offset: upload.state === 'receiving' ? upload.received : upload.size,
      creation_date: upload.createdAt,
    });
  }

  /** Appends from `offset` on; the last byte lets the whole be checked. @returns where it stands then */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const work = this.#write(stream, id, offset);
    this.#deps.track(work);
    return work;
  }

  async #write(stream: Readable, id: string, offset: number): Promise<number> {
    const { db, inspect } = this.#deps;
    const writer = randomUUID();
    if (!(await beginWriting(db, id, offset, writer))) throw CONFLICT;
    const end = await this.#append(stream, { id, writer }, offset);
    const upload = await inspect(id);
    // Damaged on the way: from the start once more.
    if (upload === null || (upload.state === 'receiving' && upload.received !== end)) throw CONFLICT;
    return end;
  }

  async #append(stream: Readable, request: { id: string; writer: string }, offset: number): Promise<number> {
    const { db, now } = this.#deps;
    let end = offset;
    let held: Buffer[] = [];
    let heldBytes = 0;
    let storedAt = now().getTime();
    const store = async (): Promise<void> => {
      if (heldBytes === 0) return;
      const bytes = Buffer.concat(held, heldBytes);
      held = [];
      heldBytes = 0;
      if (!(await append(db, request, end, bytes, now()))) throw CONFLICT;
      end += bytes.length;
      storedAt = now().getTime();
    };
    try {
      for await (const part of stream) {
        held.push(part);
        heldBytes += part.length;
        if (heldBytes >= CHUNK_BYTES || now().getTime() - storedAt >= STORE_AFTER_MS) await store();
      }
    } finally {
      // Also what came before a cut.
      await store();
    }
    return end;
  }
}
