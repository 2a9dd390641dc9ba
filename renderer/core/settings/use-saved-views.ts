import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SavedView } from '#shared/contract/window/views.ts';
import { useServices } from '../services/services.tsx';

const NONE: readonly SavedView[] = [];

/** The officer's own views. `save` answers whether the store took them. */
export function useSavedViews() {
  const { backend, queries } = useServices();
  const views = useQuery(queries.views.list.queryOptions()).data ?? NONE;
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
