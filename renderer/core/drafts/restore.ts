import type { Backend } from '../transport/backend.ts';
import type { DraftKind, Drafts } from './drafts.ts';

/** `kind`: of the draft; null where nothing was written, only chosen. */
export type BackToDraft =
  | { readonly outcome: 'done'; readonly kind: DraftKind | null }
  | { readonly outcome: 'too_late' | 'not_now' };

/**
 * Makes a sent text a draft of its own again and puts it into the field: `withdraw` within the time of undo,
 * `reopen` when it was refused. `too_late`: the store says that it cannot be done any more. `not_now`: the
 * disk did not take it or the line is lost; the caller may ask again.
 */
export async function backToDraft(
  backend: Backend,
  drafts: Drafts,
  how: 'withdraw' | 'reopen',
  commandId: string,
): Promise<BackToDraft> {
  try {
    const answer = await backend.command[how]({ id: commandId });
    if (!answer.ok) return { outcome: 'too_late' };
    if (answer.draft !== null) drafts.restored(answer.draft);
    return { outcome: 'done', kind: answer.draft?.kind ?? null };
  } catch {
    return { outcome: 'not_now' };
  }
}
