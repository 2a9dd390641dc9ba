import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFile, syncFolder } from '../durable.ts';

/**
 * A file beside the journal while it is closed. It says that the last program closed the journal, and the
 * journal's size and time of change. After a crash it is missing, and after somebody touched the journal it
 * is wrong: then the journal is checked.
 */
export function cleanMark(journalPath: string) {
  const path = `${journalPath}.clean`;
  const sizeAndTime = (): string => {
    const { size, mtimeMs } = statSync(journalPath);
    return `${size} ${mtimeMs}`;
  };
  return {
    /** Whether the last program closed the journal. To be asked before the journal is opened. */
    stands: (): boolean => {
      try {
        return readFileSync(path, 'utf8') === sizeAndTime();
      } catch {
        return false;
      }
    },
    /**
     * Removes the mark: from here on the end counts as a crash. On the disk when it returns, if it can be.
     */
    take: (): void => {
      try {
        rmSync(path, { force: true });
        syncFolder(dirname(path));
      } catch {
        // The disk takes no change, so none of the journal either: the mark stays true.
      }
    },
    /** Writes the mark. Where that fails the next start checks the journal, nothing else. */
    leave: (): void => {
      try {
        writeFileSync(path, sizeAndTime(), { mode: 0o600 });
        syncFile(path);
      } catch {
        rmSync(path, { force: true });
      }
    },
  };
}
