import { useCallback } from 'react';
import { useServices } from '../../core/services/services.tsx';
import { useNavigation } from '../../core/state/navigation.ts';
import { composerRequests, write } from '../../core/state/requests.ts';
import { useSelection } from '../../core/state/selection.ts';

/**
 * Opens what the officer was writing when page or program fell, or was closed, unless they are quicker. Where
 * something else stands before it, the caret is known all the same.
 */
export function useResume(): () => Promise<void> {
  const { backend, drafts, carets } = useServices();
  return useCallback(async () => {
    const place = await backend.draft.place();
    if (place === null) return;
    const { draft, caret } = place;
    const { overlay } = useNavigation.getState();
    const isBusy = overlay !== null || useSelection.getState().chosen || composerRequests.open() !== null;
    carets.recall({ id: draft.id, caret });
    drafts.restored(draft);
    if (!isBusy) write(draft.complaintId, draft.kind);
  }, [backend, drafts, carets]);
}
