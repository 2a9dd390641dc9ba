import { useCallback } from 'react';
import type { SavedView } from '#shared/contract/window/views.ts';
import { savedViewsQuery } from '../query/queries.ts';
import { useServices } from '../services/services.tsx';
import { useQuery } from '../services/use-query.ts';

const NONE: readonly SavedView[] = [];

/** The officer's own views, and the way to change them. `save` answers whether the store took it. */
export function useSavedViews(): {
  readonly views: readonly SavedView[];
  readonly save: (views: readonly SavedView[]) => Promise<boolean>;
} {
  const { desk } = useServices();
  const views = useQuery(savedViewsQuery(desk)).data ?? NONE;
  const save = useCallback(
    (next: readonly SavedView[]) =>
      desk.views.save([...next]).then(
        () => true,
        () => false,
      ),
    [desk],
  );
  return { views, save };
}
