import { useCallback } from 'react';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { useView } from '../../state/view.ts';
import type { DraftKey } from './drafts.ts';
import { throwAway } from './throw-away.ts';

/** ms in which a draft or a file that was thrown away can be brought back with one key. */
export const UNDO_MS = 10_000;

/** Throws a draft away, and offers to bring it back. */
export function useThrowAway(): (id: string, key: DraftKey) => Promise<void> {
  const { desk, drafts, attaching } = useServices();
  const { t } = useWords();
  return useCallback(
    async (id, { complaintId, kind }) => {
      attaching.end(id);
      const outcome = await throwAway(desk, drafts, id);
      const { hold, say } = useView.getState();
      if (outcome === 'kept') return;
      say(t(outcome === 'not_now' ? 'compose.not_thrown_away' : 'compose.said_thrown_away'));
      if (outcome === 'thrown_away')
        hold({ what: 'draft', id, complaintId, kind, name: '', until: Date.now() + UNDO_MS });
    },
    [desk, drafts, attaching, t],
  );
}
