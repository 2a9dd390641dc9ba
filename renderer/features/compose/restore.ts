import type { Desk } from '../../transport/desk.ts';
import type { DraftKey, Drafts } from './drafts.ts';

/**
 * Makes a sent text a draft again: `withdraw` within the time of undo, `reopen` when it was refused. What stands in the
 * field meanwhile is saved first and kept. `too_late`: the store says that it cannot be done any more; `not_now`: the disk did
 * not take it or the line is lost, and it may be asked again.
 */
export async function backToDraft(
  desk: Desk,
  drafts: Drafts,
  how: 'withdraw' | 'reopen',
  commandId: string,
  key: DraftKey,
): Promise<'done' | 'too_late' | 'not_now'> {
  try {
    await drafts.flush(key);
    const before = drafts.read(key).text;
    const { ok } = await desk.command[how]({ id: commandId });
    if (!ok) return 'too_late';
    const view = await desk.case.get({ id: key.complaintId });
    const draft = view?.drafts.find(({ kind }) => kind === key.kind);
    if (draft !== undefined) drafts.restored(draft, before);
    return 'done';
  } catch {
    return 'not_now';
  }
}
