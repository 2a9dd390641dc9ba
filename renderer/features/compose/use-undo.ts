import { useCallback } from 'react';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { type Held, useView } from '../../state/view.ts';
import type { Desk } from '../../transport/desk.ts';
import { type Drafts, draftKindOf } from './drafts.ts';
import { backToDraft } from './restore.ts';

type Undone = Pick<Held, 'what' | 'id' | 'complaintId' | 'kind'>;

/** Takes back what was sent or thrown away within its time, or says that it is too late. */
export function useUndo(): (held: Undone) => Promise<void> {
  const { desk, drafts } = useServices();
  const { t } = useWords();
  return useCallback(
    async (held) => {
      const { what, id, complaintId, kind } = held;
      const outcome =
        what === 'command'
          ? await backToDraft(desk, drafts, 'withdraw', id)
          : await bringBack(desk, drafts, held).catch(() => 'not_now' as const);
      const { release, say, write } = useView.getState();
      if (outcome === 'not_now') {
        // It is still held: the bar stays, and the key works again.
        say(t('compose.not_undone'));
        return;
      }
      release(id);
      const done =
        what !== 'command'
          ? 'compose.said_back'
          : draftKindOf(kind) === null
            ? 'compose.said_unchosen'
            : 'compose.said_undone';
      say(t(outcome === 'done' ? done : 'compose.too_late'));
      // A refused text is back where it stood, not in the field.
      const draftKind = draftKindOf(kind);
      if (outcome === 'done' && what !== 'refused' && draftKind !== null) write(complaintId, draftKind);
    },
    [desk, drafts, t],
  );
}

/** A refused text, a draft or a file that was thrown away. */
async function bringBack(desk: Desk, drafts: Drafts, { what, id }: Undone): Promise<'done' | 'too_late'> {
  if (what === 'refused') return (await desk.command.restore({ id })).ok ? 'done' : 'too_late';
  if (what === 'file') return (await desk.attachment.restore({ id })).ok ? 'done' : 'too_late';
  const answer = await desk.draft.restore({ id });
  if (!answer.ok) return 'too_late';
  if (answer.draft !== null) drafts.restored(answer.draft);
  return 'done';
}
