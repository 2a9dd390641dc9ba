import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { backToDraft } from '../../core/drafts/restore.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { write } from '../../core/state/requests.ts';
import { useWords } from '../../words/reference.tsx';

/** Makes a refused text a draft again, with the cursor in it. Answers what went wrong, or null. */
export function useReopen(): (item: OutboxItem) => Promise<string | null> {
  const { backend, drafts } = useServices();
  const { t } = useWords();
  return async ({ id, complaintId }) => {
    const back = await backToDraft(backend, drafts, 'reopen', id);
    if (back.outcome !== 'done') return t('attention.not_done');
    announce(t('outbox.reopened'));
    if (back.kind !== null && complaintId !== null) write(complaintId, back.kind);
    return null;
  };
}
