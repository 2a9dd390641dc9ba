import type { DraftKey } from '../../core/drafts/drafts.ts';
import { throwAway } from '../../core/drafts/throw-away.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { hold } from '../../core/state/undo.ts';
import { useWords } from '../../words/reference.tsx';

/** ms in which a draft or a file that was thrown away can be brought back with one key. */
export const UNDO_MS = 10_000;

export function useThrowAway(): (id: string, key: DraftKey) => Promise<void> {
  const { backend, drafts, attaching } = useServices();
  const { t } = useWords();
  return async (id, { complaintId, kind }) => {
    attaching.end(id);
    const outcome = await throwAway(backend, drafts, id);
    if (outcome === 'kept') return;
    announce(t(outcome === 'not_now' ? 'compose.not_thrown_away' : 'compose.said_thrown_away'));
    if (outcome === 'thrown_away')
      hold({ what: 'draft', id, complaintId, kind, until: Date.now() + UNDO_MS });
  };
}
