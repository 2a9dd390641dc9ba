import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SavedView } from '#shared/contract/window/views.ts';
import { useServices } from '../services/services.tsx';

const NONE: readonly SavedView[] = [];

/** The officer's own views, and the way to change them. `save` answers whether the store took it. */
export function useSavedViews(): {
  readonly views: readonly SavedView[];
  readonly save: (views: readonly SavedView[]) => Promise<boolean>;
} {
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
