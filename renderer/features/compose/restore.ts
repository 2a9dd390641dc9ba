import type { Desk } from '../../transport/desk.ts';
import type { DraftKey, Drafts } from './drafts.ts';

/**
 * Makes a sent text a draft again: `withdraw` within the time of undo, `reopen` when it was refused. What stands in the
 * field meanwhile is saved first and kept. False: the store did not do it, or could not be asked.
 */
export async function backToDraft(
  desk: Desk,
  drafts: Drafts,
  how: 'withdraw' | 'reopen',
  commandId: string,
  key: DraftKey,
): Promise<boolean> {
  try {
    await drafts.flush(key);
    const before = drafts.read(key).text;
    const { ok } = await desk.command[how]({ id: commandId });
    if (!ok) return false;
    const view = await desk.case.get({ id: key.complaintId });
    const draft = view?.drafts.find(({ kind }) => kind === key.kind);
    if (draft !== undefined) drafts.restored(draft, before);
    return true;
  } catch {
    return false;
  }
}
