import { useQuery } from '@tanstack/react-query';
import { useServices } from '../../core/services/services.tsx';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { showSearch, useNavigation } from '../../core/state/navigation.ts';
import { NavItem, NavRule } from '../../kit/NavItem.tsx';
import { useWords } from '../../words/reference.tsx';

/** The officer's own views, below those that everybody has. */
export function SavedViews() {
  const { queries } = useServices();
  const { t } = useWords();
  const { views } = useSavedViews();
  const counts = useQuery(queries.views.counts.queryOptions({ enabled: views.length > 0 })).data;
  const shown = useNavigation((state) => state.ownView);
  if (views.length === 0) return null;
  return (
    <ul aria-label={t('views.title')}>
      <NavRule />
      {views.map((view) => {
        const known = counts?.[view.id];
        return (
          <li key={view.id}>
            <NavItem
              name={view.name}
              count={known?.count}
              more={known?.more}
              title={view.search}
              current={view.id === shown}
              onGo={() => showSearch(view.search, view.id)}
            />
          </li>
        );
      })}
    </ul>
  );
}
