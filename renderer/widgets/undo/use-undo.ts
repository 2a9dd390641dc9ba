import { useCallback } from 'react';
import { type Drafts, draftKindOf } from '../../core/drafts/drafts.ts';
import { type BackToDraft, backToDraft } from '../../core/drafts/restore.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { write } from '../../core/state/requests.ts';
import { type Held, release } from '../../core/state/undo.ts';
import type { Backend } from '../../core/transport/backend.ts';
import type { Translate } from '../../words/i18n.ts';
import { useWords } from '../../words/reference.tsx';

/** A command is asked of the store, which knows what it was. */
type Undone = Held | { readonly what: 'command'; readonly id: string; readonly complaintId: string | null };

/** Takes back what was sent or thrown away within its time, or says that it is too late. */
export function useUndo(): (held: Undone) => Promise<void> {
  const { backend, drafts } = useServices();
  const { t } = useWords();
  return useCallback(
    async (held) => {
      const { what, id, complaintId } = held;
      if (held.what === 'many') return undoMany(backend, drafts, held, t);
      const back: BackToDraft =
        held.what === 'command'
          ? await backToDraft(backend, drafts, 'withdraw', id)
          : await bringBack(backend, drafts, held).catch(() => ({ outcome: 'not_now' }) as const);
      if (back.outcome === 'not_now') {
        // It is still held: the bar stays, and the key works again.
        announce(t('compose.not_undone'));
        return;
      }
      release(id);
      if (back.outcome !== 'done') return announce(t('compose.too_late'));
      if (what !== 'command') announce(t('compose.said_back'));
      else announce(t(back.kind === null ? 'compose.said_unchosen' : 'compose.said_undone'));
      // A refused text is back where it stood, not in the field.
      if (what !== 'refused' && back.kind !== null && complaintId !== null) write(complaintId, back.kind);
    },
    [backend, drafts, t],
  );
}

/** All of them in one step; those that have left meanwhile stay as they are. */
async function undoMany(
  backend: Backend,
  drafts: Drafts,
  { id, ids = [], draftId }: Held,
  t: Translate,
): Promise<void> {
  try {
    const { withdrawn, draft } = await backend.command.withdrawMany({ ids: [...ids], draftId });
    release(id);
    if (withdrawn === 0) return announce(t('compose.too_late'));
    if (draft === undefined) return announce(t('bulk.said_undone', { count: withdrawn }));
    announce(t('joint.said_undone', { count: withdrawn }));
    drafts.restored(draft);
    write(draft.complaintId, draft.kind);
  } catch {
    // It is still held: the bar stays, and the key works again.
    announce(t('compose.not_undone'));
  }
}

/** A refused text, a draft or a file that was thrown away. */
async function bringBack(backend: Backend, drafts: Drafts, { what, id, kind }: Held): Promise<BackToDraft> {
  const done = (ok: boolean): BackToDraft =>
    ok ? { outcome: 'done', kind: draftKindOf(kind) } : { outcome: 'too_late' };
  if (what === 'refused') return done((await backend.command.restore({ id })).ok);
  if (what === 'file') return done((await backend.attachment.restore({ id })).ok);
  const answer = await backend.draft.restore({ id });
  if (answer.ok && answer.draft !== null) drafts.restored(answer.draft);
  return done(answer.ok);
}
