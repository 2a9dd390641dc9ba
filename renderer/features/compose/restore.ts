import type { Desk } from '../../transport/desk.ts';
import type { Drafts } from './drafts.ts';

/**
 * Makes a sent text a draft of its own again and puts it into the field: `withdraw` within the time of undo, `reopen` when it
 * was refused. `too_late`: the store says that it cannot be done any more; `not_now`: the disk did not take it or the line
 * is lost, and it may be asked again.
 */
export async function backToDraft(
  desk: Desk,
  drafts: Drafts,
  how: 'withdraw' | 'reopen',
  commandId: string,
): Promise<'done' | 'too_late' | 'not_now'> {
  try {
    const answer = await desk.command[how]({ id: commandId });
    if (!answer.ok) return 'too_late';
    if (answer.draft !== null) drafts.restored(answer.draft);
    return 'done';
  } catch {
    return 'not_now';
  }
}
