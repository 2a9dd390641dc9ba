import { useCallback } from 'react';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { type Held, useView } from '../../state/view.ts';
import { backToDraft } from './restore.ts';

/** Takes back a sent text within its time, or says that it is too late. */
export function useUndo(): (held: Omit<Held, 'until'>) => Promise<void> {
  const { desk, drafts } = useServices();
  const { t } = useWords();
  return useCallback(
    async ({ commandId, complaintId, kind }) => {
      const outcome = await backToDraft(desk, drafts, 'withdraw', commandId, { complaintId, kind });
      const { release, say, write } = useView.getState();
      if (outcome === 'not_now') {
        // It is still held: the bar stays, and the key works again.
        say(t('compose.not_undone'));
        return;
      }
      release(commandId);
      say(t(outcome === 'done' ? 'compose.said_undone' : 'compose.too_late'));
      if (outcome === 'done') write(complaintId, kind);
    },
    [desk, drafts, t],
  );
}
