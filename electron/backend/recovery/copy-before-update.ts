import type { UpdateReadiness } from '#shared/contract/process/backend-process.ts';
import type { Log } from '../base/log.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { codeOf } from '../store/open-database.ts';

/** A draft that was saved in the last so many ms is being written: it is saved within a second of a key. */
const WRITING_MS = 30_000;

/** Copies the journal before another version of the program is installed, unless a text is being written. */
export function copyBeforeUpdate(
  journal: Pick<JournalStore, 'drafts' | 'copyForUpdate'>,
  now: number,
  log: Log,
  failed: (error: unknown) => void,
): UpdateReadiness {
  const [last] = journal.drafts.all();
  if (last !== undefined && Math.abs(now - Date.parse(last.updatedAt)) < WRITING_MS) return 'writing';
  try {
    journal.copyForUpdate();
    return 'copied';
  } catch (error) {
    log.warn({ code: codeOf(error) }, 'the journal could not be copied before an update');
    failed(error);
    return 'copy_failed';
  }
}
