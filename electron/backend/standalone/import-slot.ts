import { MAX_EXPORT_BYTES } from '#shared/contract/window/standalone.ts';
import type { Rejection } from '../../../lapor/import/rejection.ts';
import { type ReadExport, readExport } from './apply-import.ts';

/** The export that the window is handing over: only in memory, because it is full of names. */
export type ExportSlot = {
  /** A new one takes the place of the one before. False: it is too large. */
  readonly begin: (size: number) => boolean;
  readonly append: (offset: number, bytes: Uint8Array) => void;
  /** What stands in it, read once. */
  readonly read: () => Promise<ReadExport | Rejection>;
  readonly clear: () => void;
};

export function exportSlot(): ExportSlot {
  let bytes = Buffer.alloc(0);
  let known: Promise<ReadExport | Rejection> | null = null;
  const clear = (): void => {
    bytes = Buffer.alloc(0);
    known = null;
  };
  return {
    begin: (size) => {
      clear();
      if (size > MAX_EXPORT_BYTES) return false;
      bytes = Buffer.alloc(size);
      return true;
    },
    append: (offset, piece) => {
      bytes.set(piece.subarray(0, Math.max(0, bytes.length - offset)), offset);
    },
    read: () => {
      known ??= readExport(bytes);
      return known;
    },
    clear,
  };
}
