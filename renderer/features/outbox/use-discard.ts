import { useCallback } from 'react';
import type { OutboxItem } from '#shared/contract/window/writing.ts';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { useView } from '../../state/view.ts';
import { UNDO_MS } from '../compose/use-throw-away.ts';

/** Throws a refused text away, with the time to take that back. Answers what went wrong, or null. */
export function useDiscard(): (item: OutboxItem) => Promise<string | null> {
  const { desk } = useServices();
  const { t } = useWords();
  return useCallback(
    async ({ id, complaintId, kind }) => {
      if (kind === 'mark_read') return null;
      const { ok } = await desk.command.discard({ id });
      if (!ok) return t('attention.not_done');
      const { hold, say } = useView.getState();
      hold({ what: 'refused', id, complaintId, kind, name: '', until: Date.now() + UNDO_MS });
      say(t('attention.said_discarded'));
      return null;
    },
    [desk, t],
  );
}
