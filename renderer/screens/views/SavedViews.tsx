import { viewCountsQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery } from '../../core/services/use-query.ts';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { useView } from '../../core/state/view.ts';
import { count } from '../../words/format.ts';
import { useWords } from '../../words/reference.tsx';

/** The officer's own views, below those that everybody has. `styles`: those of the navigation. */
export function SavedViews({ styles }: { readonly styles: Readonly<Record<string, string>> }) {
  const { desk } = useServices();
  const { t, language } = useWords();
  const { views } = useSavedViews();
  const counts = useQuery(views.length === 0 ? null : viewCountsQuery(desk)).data;
  const shown = useView((state) => state.ownView);
  const look = useView((state) => state.look);
  if (views.length === 0) return null;
  return (
    <ul className={styles.views} aria-label={t('views.title')}>
      <li className={styles.rule} aria-hidden="true" />
      {views.map((view) => {
        const known = counts?.[view.id];
        return (
          <li key={view.id}>
            <button
              type="button"
              className={styles.view}
              title={view.search}
              aria-current={view.id === shown ? 'page' : undefined}
              onClick={() => look(view.search, view.id)}
            >
              <span className={styles.name}>{view.name}</span>
              {known === undefined || known.count === 0 ? null : (
                <span className={styles.count}>
                  {count(known.count, language)}
                  {known.more ? '+' : ''}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
