import { MAX_IMPORT_BYTES } from '#shared/contract/window/standalone.ts';
import { readImport } from './apply-import.ts';

/** The LAPOR! file that the window is handing over: only in memory, because it is full of names. */
export function importSlot() {
  let bytes = Buffer.alloc(0);
  let known: ReturnType<typeof readImport> | null = null;
  const clear = (): void => {
    bytes = Buffer.alloc(0);
    known = null;
  };
  return {
    /** A new file takes the place of the one before. False: it is too large. */
    begin: (size: number): boolean => {
      clear();
      if (size > MAX_IMPORT_BYTES) return false;
      bytes = Buffer.alloc(size);
      return true;
    },
    append: (offset: number, chunk: Uint8Array): void => {
      bytes.set(chunk.subarray(0, Math.max(0, bytes.length - offset)), offset);
    },
    /** What stands in it, read once. */
    read: () => {
      known ??= readImport(bytes);
      return known;
    },
    clear,
  };
}
