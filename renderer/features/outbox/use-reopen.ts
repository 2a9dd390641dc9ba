import { useCallback } from 'react';
import type { OutboxItem } from '#shared/contract/window/writing.ts';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { useView } from '../../state/view.ts';
import { backToDraft } from '../compose/restore.ts';

/** Makes a refused text a draft of its report again and puts the cursor into it. Answers what went wrong, or null. */
export function useReopen(): (item: OutboxItem) => Promise<string | null> {
  const { desk, drafts } = useServices();
  const { t } = useWords();
  return useCallback(
    async ({ id, complaintId }) => {
      const back = await backToDraft(desk, drafts, 'reopen', id);
      if (back.outcome !== 'done') return t('attention.not_done');
      const { say, write } = useView.getState();
      say(t('outbox.reopened'));
      if (back.kind !== null) write(complaintId, back.kind);
      return null;
    },
    [desk, drafts, t],
  );
}
