import { count } from '../../app/format.ts';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { viewCountsQuery } from '../../state/queries.ts';
import { useQuery } from '../../state/use-query.ts';
import { useView } from '../../state/view.ts';
import { useSavedViews } from './use-saved-views.ts';

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
