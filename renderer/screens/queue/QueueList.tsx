import { CircleCheck, DownloadCloud } from 'lucide-react';
import {
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { QueueView } from '#shared/contract/window/queue.ts';
import { caseQuery, countsQuery, draftsQuery, sessionQuery, statusQuery } from '../../core/query/queries.ts';
import type { PagedQueue } from '../../core/queue/paged-queue.ts';
import { useServices } from '../../core/services/services.tsx';
import { useLate, useQuery } from '../../core/services/use-query.ts';
import { openComplaint } from '../../core/state/navigation.ts';
import { select, useSelection } from '../../core/state/selection.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { isLoose } from '../../widgets/begun-drafts/begun.ts';
import { LooseDrafts } from '../../widgets/begun-drafts/LooseDrafts.tsx';
import { QueueRow, QueueRowSkeleton, ROW_HEIGHT } from '../../widgets/complaint-row/QueueRow.tsx';
import { GroupHeading } from '../../widgets/list/GroupHeading.tsx';
import { type ListHandle, type ListMove, movedIndex } from '../../widgets/list/list-moves.ts';
import { VirtualList, type VirtualListHandle } from '../../widgets/list/VirtualList.tsx';
import { useWords } from '../../words/reference.tsx';
import { layoutOf } from './layout.ts';
import { NoReports } from './NoReports.tsx';
import styles from './QueueList.module.css';

const HEADING_HEIGHT = 29;
/** Rows read beyond both ends of the screen, so that Page Down finds them there. */
const ROWS_AHEAD = 40;

/** Rows that Page Down moves by; a guess until the list is drawn. */
const rowsOfPage = (list: VirtualListHandle | null): number => list?.pageLength() ?? 10;

/** One view of the queue, as long as it is, sorted by the nearest due clock; that of the drafts with what is no report yet. */
export function QueueList({ view, handle }: { readonly view: QueueView; readonly handle: Ref<ListHandle> }) {
  const { desk, queues } = useServices();
  const begun = useQuery(view === 'drafts' ? draftsQuery(desk) : null).data ?? [];
  const loose = begun.filter(isLoose);
  const queue = queues.of(view);
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  const late = useLate(state.total === null && !state.failed);

  useEffect(() => {
    queues.enter(view);
    queue.show(0, 30);
    return () => queues.leave(view);
  }, [queues, queue, view]);

  if (state.total === null) return <Waiting failed={state.failed} late={late} />;
  return (
    <>
      <LooseDrafts drafts={loose} />
      {state.total > 0 ? (
        <FilledList view={view} queue={queue} handle={handle} />
      ) : loose.length > 0 ? null : (
        <EmptyView view={view} />
      )}
    </>
  );
}

function FilledList({
  view,
  queue,
  handle,
}: {
  readonly view: QueueView;
  readonly queue: PagedQueue;
  readonly handle: Ref<ListHandle>;
}) {
  const { desk, cache } = useServices();
  const { t } = useWords();
  const { groups, total, version } = useSyncExternalStore(queue.subscribe, queue.state);
  const selectedId = useSelection((store) => store.selectedId);
  const picked = useSelection((store) => store.picked);
  const list = useRef<VirtualListHandle>(null);
  /** Where the selection is, or was before its report left the view. */
  const place = useRef(0);
  /** A row to select once it has been read; the list goes there at once. */
  const [wanted, setWanted] = useState<number | null>(null);

  const rows = total ?? 0;
  const layout = useMemo(() => layoutOf(groups, rows), [groups, rows]);
  const index = selectedId === null ? -1 : queue.indexOf(selectedId);
  if (index >= 0) place.current = index;

  const selectAt = useCallback(
    (at: number, chosen: boolean) => {
      const row = queue.rowAt(at);
      place.current = at;
      setWanted(row === null ? at : null);
      if (row === null) return;
      select(row.id, chosen);
      const page = rowsOfPage(list.current);
      for (const step of [1, -1, page, -page]) {
        const near = queue.rowAt(at + step);
        if (near !== null) cache.prefetch(caseQuery(desk, near.id));
      }
    },
    [queue, cache, desk],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when rows came (version) or the view is another
  useEffect(() => {
    if (wanted !== null && queue.rowAt(wanted) !== null) selectAt(wanted, true);
    // The first report is shown at once, though not yet chosen: it stays unread.
    if (useSelection.getState().selectedId === null && queue.rowAt(0) !== null) selectAt(0, false);
  }, [version, view, selectedId]);

  const move = useCallback(
    (to: ListMove) => {
      const { selectedId: current } = useSelection.getState();
      const there = current !== null && queue.indexOf(current) >= 0;
      const page = rowsOfPage(list.current);
      const from = wanted ?? place.current;
      selectAt(movedIndex(to, from, there || wanted !== null, rows, page), true);
    },
    [queue, rows, selectAt, wanted],
  );

  useImperativeHandle(handle, () => ({ focus: () => list.current?.focus(), move }), [move]);

  const itemAt = useCallback(
    (item: number) => {
      const at = layout.at(item);
      return at.type === 'heading'
        ? { key: `heading ${at.urgency}`, height: HEADING_HEIGHT, selectable: false }
        : { key: `row ${at.index}`, height: ROW_HEIGHT, selectable: true };
    },
    [layout],
  );
  const onRange = useCallback(
    (first: number, last: number) => {
      const rowNear = (item: number) => {
        const at = layout.at(item);
        if (at.type === 'row') return at.index;
        const next = layout.at(Math.min(item + 1, layout.length - 1));
        return next.type === 'row' ? next.index : 0;
      };
      queue.show(rowNear(first) - ROWS_AHEAD, rowNear(last) + ROWS_AHEAD);
    },
    [layout, queue],
  );

  const target = wanted ?? index;
  return (
    <VirtualList
      handle={list}
      label={t('queue.label', { view: t(`view.${view}`) })}
      description={t('queue.keys_hint')}
      length={layout.length}
      itemAt={itemAt}
      selectedItem={target < 0 ? -1 : layout.itemOfRow(target)}
      rowId={(item) => `row-${item}`}
      onRange={onRange}
      onPress={(item) => {
        const at = layout.at(item);
        const row = at.type === 'row' ? queue.rowAt(at.index) : null;
        if (row !== null) openComplaint(row.id);
      }}
      onKeyMove={move}
      render={(item) => {
        const at = layout.at(item);
        if (at.type === 'heading') {
          return <GroupHeading count={at.count}>{t(`group.${at.urgency}`)}</GroupHeading>;
        }
        const row = queue.rowAt(at.index);
        if (row === null) return <QueueRowSkeleton />;
        return <QueueRow row={row} selected={row.id === selectedId} picked={picked.includes(row.id)} />;
      }}
    />
  );
}

function EmptyView({ view }: { readonly view: QueueView }) {
  const { desk } = useServices();
  const { t } = useWords();
  const loading = useQuery(statusQuery(desk)).data?.firstLoad != null;
  const alone = useQuery(sessionQuery(desk)).data?.standalone === true;
  const counts = useQuery(countsQuery(desk)).data;
  if (alone && !loading && counts?.all === 0 && counts.done === 0) {
    return (
      <div className="scroll">
        <NoReports />
      </div>
    );
  }
  return (
    <div className="scroll">
      <EmptyState
        icon={loading ? <DownloadCloud size={20} /> : <CircleCheck size={20} />}
        title={loading ? t('empty.first_load') : t(`empty.${view}`)}
      >
        <p>{loading ? t('empty.first_load_text') : t(`empty.${view}_text`)}</p>
      </EmptyState>
    </div>
  );
}

function Waiting({ failed, late }: { readonly failed: boolean; readonly late: boolean }) {
  const { t } = useWords();
  if (failed) {
    return (
      <p className={styles.failed} role="status">
        {t('queue.failed')}
      </p>
    );
  }
  return (
    <div className="scroll" aria-busy="true" aria-label={t('queue.loading')} role="status">
      {late
        ? [1, 2, 3, 4, 5, 6, 7, 8].map((n) => (
            <div key={n} className={styles.bone}>
              <QueueRowSkeleton />
            </div>
          ))
        : null}
    </div>
  );
}
