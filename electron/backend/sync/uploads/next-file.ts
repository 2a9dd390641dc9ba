import type { StoredCommand } from '../../store/journal/command-rows.ts';
import type { StoredFile } from '../../store/journal/file-table.ts';
import { dueAt, selectBatch } from '../commands/batch.ts';
import type { UploadsChoice } from './machine.ts';

/** How long a later file waits for an earlier text, ms: the time of undo, and a short Retry-After. */
const HELD_AT_MOST_MS = 15_000;

/**
 * What the uploads do next. Texts go before bytes: one that is ready passes at once, and no file begins while
 * a text composed before it is about to be ready.
 * @param toSend commands that the central service must still be asked, in the order of composing
 * @param toUpload their files that it does not have, in the same order
 * @param passed files that did not come through: they go after the others, in this order
 */
export function chooseFile(
  toSend: readonly StoredCommand[],
  toUpload: readonly StoredFile[],
  passed: readonly number[],
  now: number,
): UploadsChoice {
  const turn = ({ id }: StoredFile): number => passed.indexOf(id);
  const [file] = toUpload.toSorted((a, b) => turn(a) - turn(b));
  if (file === undefined) return { do: 'nothing' };
  if (selectBatch(toSend, now, 1).commands.length > 0) return { do: 'yield' };
  for (const command of toSend) {
    if (command.upload !== null) break;
    const at = dueAt(command, now);
    if (at > now && at - now <= HELD_AT_MOST_MS) return { do: 'hold', until: at };
  }
  return { do: 'file', id: file.id, size: file.size, url: file.uploadUrl };
}
