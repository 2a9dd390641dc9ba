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
      const ok = await backToDraft(desk, drafts, 'withdraw', commandId, { complaintId, kind });
      const { release, say, write } = useView.getState();
      release(commandId);
      say(ok ? t('compose.said_undone') : t('compose.too_late'));
      if (ok) write(complaintId, kind);
    },
    [desk, drafts, t],
  );
}
