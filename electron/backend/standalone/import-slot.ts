import { MAX_IMPORT_BYTES } from '#shared/contract/window/standalone.ts';
import type { Rejection } from '../../../lapor/import/rejection.ts';
import { type ImportFile, readImport } from './apply-import.ts';

/** The LAPOR! file that the window is handing over: only in memory, because it is full of names. */
export type ImportSlot = {
  /** A new one takes the place of the one before. False: it is too large. */
  readonly begin: (size: number) => boolean;
  readonly append: (offset: number, bytes: Uint8Array) => void;
  /** What stands in it, read once. */
  readonly read: () => Promise<ImportFile | Rejection>;
  readonly clear: () => void;
};

export function importSlot(): ImportSlot {
  let bytes = Buffer.alloc(0);
  let known: Promise<ImportFile | Rejection> | null = null;
  const clear = (): void => {
    bytes = Buffer.alloc(0);
    known = null;
  };
  return {
    begin: (size) => {
      clear();
      if (size > MAX_IMPORT_BYTES) return false;
      bytes = Buffer.alloc(size);
      return true;
    },
    append: (offset, chunk) => {
      bytes.set(chunk.subarray(0, Math.max(0, bytes.length - offset)), offset);
    },
    read: () => {
      known ??= readImport(bytes);
      return known;
    },
    clear,
  };
}
