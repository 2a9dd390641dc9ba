import { SearchX } from 'lucide-react';
import { type Ref, useCallback, useImperativeHandle, useMemo } from 'react';
import type { SearchAnswer } from '#shared/contract/window/queue.ts';
import { parseSearch } from '#shared/domain/text/search-query.ts';
import { openComplaint, show } from '../../core/state/navigation.ts';
import { select, useSelection } from '../../core/state/selection.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { QueueRow } from '../../widgets/complaint-row/QueueRow.tsx';
import { type ListHandle, movedIndex } from '../../widgets/list/list-moves.ts';
import { type ListItem, VirtualList } from '../../widgets/list/VirtualList.tsx';
import { useClockWords, useWords } from '../../words/reference.tsx';
import styles from './SearchResults.module.css';
import { countWords } from './search-words.ts';
import { useSearchAnswer } from './use-search-answer.ts';

export function SearchResults({ text, handle }: { readonly text: string; readonly handle: Ref<ListHandle> }) {
  const words = useWords();
  const { t } = words;
  const { settled, view, answer, busy } = useSearchAnswer(text);
  const selectedId = useSelection((state) => state.selectedId);
  const hits = answer?.hits;
  const itemAt = useCallback(
    (item: number): ListItem => ({ key: hits?.[item]?.id ?? String(item), kind: 'hit' }),
    [hits],
  );

  if (answer === undefined || hits === undefined || hits.length === 0)
    return <NoHits search={settled} answer={answer} handle={handle} />;
  const index = hits.findIndex((hit) => hit.id === selectedId);
  return (
    <>
      <div className="list-heading">
        <p role="status">{countWords(answer, words)}</p>
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
        handle={handle}
        label={t('search.results')}
        busy={busy}
        length={hits.length}
        itemAt={itemAt}
        selectedItem={index}
        onPress={(item) => {
          const hit = hits[item];
          if (hit !== undefined) openComplaint(hit.id);
        }}
        onMove={(to, page) => {
          const hit = hits[movedIndex(to, index, index >= 0, hits.length, page)];
          if (hit !== undefined) select(hit.id, true);
        }}
        render={(item) => {
          const hit = hits[item];
          return hit === undefined ? null : <QueueRow row={hit} {...(view && { fields: view.fields })} />;
        }}
      />
    </>
  );
}

/** Why no complaint was found, and what to write otherwise; nothing yet while there is no answer. */
function NoHits({
  search,
  answer,
  handle,
}: {
  readonly search: string;
  readonly answer: SearchAnswer | undefined;
  readonly handle: Ref<ListHandle>;
}) {
  const words = useClockWords();
  const { t, today } = words;
  const { problem, filters } = useMemo(() => parseSearch(search, today), [search, today]);
  // The focus stays in the field: the officer goes on typing.
  useImperativeHandle(handle, () => ({ focus: () => {}, move: () => {} }), []);
  if (answer === undefined) return <div className="scroll" aria-busy="true" />;
  const [title, text] =
    problem !== null
      ? [t(`search.problem.${problem.code}`, problem), t(`search.problem.${problem.code}_text`)]
      : answer.among !== undefined
        ? [t('search.none_among'), countWords(answer, words)]
        : filters.length > 0
          ? [t('search.none_passing'), t('search.none_passing_text')]
          : [t('search.none', { text: search }), t('search.none_text')];
  return (
    <div className="scroll" role="status">
      <EmptyState icon={SearchX} title={title} text={text} />
    </div>
  );
}
