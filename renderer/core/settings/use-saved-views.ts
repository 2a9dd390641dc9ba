import { useCallback } from 'react';
import type { SavedView } from '#shared/contract/window/views.ts';
import { useAnswerOf, useServices } from '../services/services.tsx';

const NONE: readonly SavedView[] = [];

/** The officer's own views. `save` answers whether the store took them. */
export function useSavedViews() {
  const { backend } = useServices();
  const views = useAnswerOf((ask) => ask.views.list) ?? NONE;
  const save = useCallback(
    (next: readonly SavedView[]) =>
      backend.views.save([...next]).then(
        () => true,
        () => false,
      ),
    [backend],
  );
  return { views, save };
}
