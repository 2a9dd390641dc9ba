import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Backend } from '../transport/backend.ts';
import { fromBase64 } from './base64.ts';

/** Bytes of files that are kept for an instant return to them. */
const KEPT_BYTES = 32_000_000;

/** Reads files that are on this computer, each once at a time, and keeps the last ones. */
export class FileBytes {
  readonly #backend: Backend;
  readonly #kept = new Map<string, Blob>();
  readonly #underWay = new Map<string, Promise<Blob | null>>();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The whole file under its own type; null: it is not here, or the line broke. */
  load({ sha256, type }: Attachment): Promise<Blob | null> {
    const kept = this.#kept.get(sha256);
    if (kept !== undefined) {
      this.#keep(sha256, kept);
      return Promise.resolve(kept);
    }
    const underWay = this.#underWay.get(sha256);
    if (underWay !== undefined) return underWay;
    const reading = this.#read(sha256, type)
      .catch(() => null)
      .finally(() => this.#underWay.delete(sha256));
    this.#underWay.set(sha256, reading);
    return reading;
  }

  async #read(sha256: string, type: string): Promise<Blob | null> {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let at = 0, size = 1; at < size; ) {
      const piece = await this.#backend.attachment.read({ sha256, offset: at, length: CHUNK_BYTES });
      const bytes = piece === null ? null : fromBase64(piece.bytes);
      if (piece === null || bytes === null || bytes.length === 0) return null;
      pieces.push(bytes);
      at += bytes.length;
      size = piece.size;
    }
    const blob = new Blob(pieces, { type });
    this.#keep(sha256, blob);
    return blob;
  }

  #keep(sha256: string, blob: Blob): void {
    // The youngest stands last: the order of forgetting.
    this.#kept.delete(sha256);
    this.#kept.set(sha256, blob);
    let bytes = [...this.#kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of this.#kept) {
      if (bytes <= KEPT_BYTES || oldest === sha256) return;
      this.#kept.delete(oldest);
      bytes -= size;
    }
  }
}
