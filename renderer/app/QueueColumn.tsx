import { Menu } from 'lucide-react';
import { show, useNavigation } from '../core/state/navigation.ts';
import { Button } from '../kit/Button.tsx';
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx';
import { BulkBar } from '../screens/bulk/BulkBar.tsx';
import { ConnectionDot } from '../screens/connection/ConnectionCard.tsx';
import { OutboxColumn } from '../screens/outbox/OutboxColumn.tsx';
import { QueueList } from '../screens/queue/QueueList.tsx';
import { FilterChips } from '../screens/search/FilterChips.tsx';
import { SearchBox } from '../screens/search/SearchBox.tsx';
import { SearchResults } from '../screens/search/SearchResults.tsx';
import { Recovery } from '../widgets/begun-drafts/Recovery.tsx';
import { useWords } from '../words/reference.tsx';
import styles from './QueueColumn.module.css';
import type { useWindowHandles } from './use-situation.ts';

/** The middle: search, and below it the list of the view or what was found. */
export function QueueColumn({
  list,
  searchField,
  handles,
}: Omit<ReturnType<typeof useWindowHandles>, 'casePane'>) {
  const { t } = useWords();
  const view = useNavigation((state) => state.view);
  const search = useNavigation((state) => state.search);
  const searching = search.trim() !== '';
  return (
    <section className={styles.column} aria-label={searching ? t('search.results') : t(`view.${view}`)}>
      <h1 className="visually-hidden">{searching ? t('search.results') : t(`view.${view}`)}</h1>
      <div className={styles.bar}>
        <span className={styles.menu}>
          <Button icon={Menu} variant="quiet" onPress={() => show('nav')}>
            <span className="visually-hidden">{t('nav.open')}: </span>
            <b>{t(`view.${view}`)}</b>
            <ConnectionDot />
          </Button>
        </span>
        <SearchBox field={searchField} onIntoList={handles.focusList} />
      </div>
      {searching ? <FilterChips onRemoved={() => searchField.current?.focus()} /> : null}
      <Recovery />
      <BulkBar />
      <ErrorBoundary of={`${view} ${searching}`}>
        {searching ? (
          <SearchResults text={search} handle={list} />
        ) : view === 'outbox' || view === 'attention' ? (
          <OutboxColumn view={view} handle={list} />
        ) : (
          <QueueList key={view} view={view} handle={list} />
        )}
      </ErrorBoundary>
    </section>
  );
}
