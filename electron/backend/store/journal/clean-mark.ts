import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFile, syncFolder } from '../durable.ts';

/**
 * Beside the journal while it is closed: "ended in peace, and the file looked like this". Nothing is written
 * at the moment of a crash, so its absence is what tells of one. It is bound to the file's size and time of
 * change: a journal that somebody touched in between is checked like after a crash.
 */
export type CleanMark = {
  /** Did the last one that had the journal end in peace? To be asked before the journal is opened. */
  readonly stands: () => boolean;
  /** From here on the end counts as unclean. On the disk when it returns, where the disk can be written. */
  readonly take: () => void;
  /** The journal is closed. A mark that cannot be written costs a check at the next start, nothing else. */
  readonly leave: () => void;
};

export function cleanMark(journalPath: string): CleanMark {
  const path = `${journalPath}.clean`;
  const fingerprint = (): string => {
    const { size, mtimeMs } = statSync(journalPath);
    return `${size} ${mtimeMs}`;
  };
  return {
    stands: () => {
      try {
        return readFileSync(path, 'utf8') === fingerprint();
      } catch {
        return false;
      }
    },
    take: () => {
      try {
        rmSync(path, { force: true });
        syncFolder(dirname(path));
      } catch {
        // A disk that takes no change takes none of the journal either: the mark stays true.
      }
    },
    leave: () => {
      try {
        writeFileSync(path, fingerprint(), { mode: 0o600 });
        syncFile(path);
      } catch {
        rmSync(path, { force: true });
      }
    },
  };
}
