import { SearchX } from 'lucide-react';
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { USUAL_FIELDS } from '#shared/contract/window/views.ts';
import { parseSearch } from '#shared/domain/text/search-query.ts';
import { SEARCH_LIMIT, searchQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery, useSettled } from '../../core/services/use-query.ts';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { openComplaint, show, useNavigation } from '../../core/state/navigation.ts';
import { select, useSelection } from '../../core/state/selection.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { HIT_HEIGHT, QueueRow } from '../../widgets/complaint-row/QueueRow.tsx';
import { type ListHandle, movedIndex } from '../../widgets/list/list-moves.ts';
import { VirtualList, type VirtualListHandle } from '../../widgets/list/VirtualList.tsx';
import { useReference, useWords } from '../../words/reference.tsx';
import { countWords } from './count-words.ts';
import styles from './SearchResults.module.css';

/** Typing faster than this asks once, ms. */
const STILL_MS = 60;

/** The reports with the typed words, best first. The hits of the last word stay until those of the new one are there. */
export function SearchResults({ text, handle }: { readonly text: string; readonly handle: Ref<ListHandle> }) {
  const { desk } = useServices();
  const { t, language } = useWords();
  const settled = useSettled(text.trim(), STILL_MS);
  const ownView = useNavigation((state) => state.ownView);
  const view = useSavedViews().views.find(({ id, search }) => id === ownView && search.trim() === settled);
  const answer = useQuery(settled === '' ? null : searchQuery(desk, settled, SEARCH_LIMIT, view?.order)).data;
  const last = useRef(answer);
  if (answer !== undefined) last.current = answer;
  const result = answer ?? last.current;
  const { today } = useReference();
  const query = useMemo(() => parseSearch(settled, today), [settled, today]);

  const picked = useSelection((state) => state.picked);
  const selectedId = useSelection((state) => state.selectedId);
  const list = useRef<VirtualListHandle>(null);
  const hits = result?.hits ?? NO_HITS;
  const index = hits.findIndex((hit) => hit.id === selectedId);

  // The best hit for new words, or in another order, is shown at once; it is not chosen, so it stays unread. The same words asked again
  // (something changed) and a hit that the officer has chosen meanwhile leave the selection alone.
  const first = hits[0]?.id;
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    const shown = `${view?.id} ${settled}`;
    if (first === undefined || answer === undefined || shownFor.current === shown) return;
    shownFor.current = shown;
    if (!useSelection.getState().chosen) select(first, false);
  }, [first, answer, view?.id, settled]);

  useImperativeHandle(
    handle,
    () => ({
      focus: () => list.current?.focus(),
      move: (to) => {
        if (hits.length === 0) return;
        const target = movedIndex(to, index, index >= 0, hits.length, list.current?.pageLength() ?? 8);
        const hit = hits[target];
        if (hit !== undefined) select(hit.id, true);
      },
    }),
    [hits, index],
  );

  const itemAt = useCallback(
    (item: number) => ({ key: hits[item]?.id ?? String(item), height: HIT_HEIGHT, selectable: true }),
    [hits],
  );

  if (result === undefined) return <div className="scroll" aria-busy="true" />;
  if (hits.length === 0) {
    const { problem, filters } = query;
    return (
      <div className="scroll" role="status">
        {problem !== null ? (
          <EmptyState icon={<SearchX size={20} />} title={t(`search.problem.${problem.code}`, problem)}>
            <p>{t(`search.problem.${problem.code}_text`)}</p>
          </EmptyState>
        ) : result.among !== undefined ? (
          <EmptyState icon={<SearchX size={20} />} title={t('search.none_among')}>
            <p>{countWords(result, t, language)}</p>
          </EmptyState>
        ) : filters.length > 0 ? (
          <EmptyState icon={<SearchX size={20} />} title={t('search.none_passing')}>
            <p>{t('search.none_passing_text')}</p>
          </EmptyState>
        ) : (
          <EmptyState icon={<SearchX size={20} />} title={t('search.none', { text: settled })}>
            <p>{t('search.none_text')}</p>
          </EmptyState>
        )}
      </div>
    );
  }
  return (
    <>
      <div className={styles.count}>
        <p role="status">{countWords(result, t, language)}</p>
        <button
          type="button"
          className={styles.keep}
          aria-label={t('views.save')}
          onClick={() => show('save_view')}
        >
          {t('views.save_short')}
        </button>
      </div>
      <VirtualList
        handle={list}
        label={t('search.results')}
        description={t('queue.keys_hint')}
        length={hits.length}
        itemAt={itemAt}
        selectedItem={index}
        rowId={(item) => `hit-${item}`}
        onRange={ignore}
        onPress={(item) => {
          const hit = hits[item];
          if (hit !== undefined) openComplaint(hit.id);
        }}
        onKeyMove={(to) => {
          const hit = hits[movedIndex(to, index, index >= 0, hits.length, list.current?.pageLength() ?? 8)];
          if (hit !== undefined) select(hit.id, true);
        }}
        render={(item) => {
          const hit = hits[item];
          if (hit === undefined) return null;
          return (
            <QueueRow
              row={hit}
              selected={hit.id === selectedId}
              picked={picked.includes(hit.id)}
              fields={view?.fields ?? USUAL_FIELDS}
            />
          );
        }}
      />
    </>
  );
}

const NO_HITS: readonly never[] = [];
const ignore = () => {};
