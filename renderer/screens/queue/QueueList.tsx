import { useQuery } from '@tanstack/react-query';
import { CircleCheck, DownloadCloud, FileSpreadsheet, HardDrive } from 'lucide-react';
import { type Ref, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { QueueView } from '#shared/contract/window/queue.ts';
import type { PagedQueue } from '../../core/queue/paged-queue.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { openComplaint, show } from '../../core/state/navigation.ts';
import { Button } from '../../kit/Button.tsx';
import { SKELETON_MS, useHasLasted } from '../../kit/delays.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { isLoose } from '../../widgets/begun-drafts/begun.ts';
import { DraftPanel } from '../../widgets/begun-drafts/DraftPanel.tsx';
import { QueueRow, QueueRowSkeleton } from '../../widgets/complaint-row/QueueRow.tsx';
import { GroupHeading } from '../../widgets/list/GroupHeading.tsx';
import type { ListHandle } from '../../widgets/list/list-moves.ts';
import { type ListItem, VirtualList } from '../../widgets/list/VirtualList.tsx';
import { useWords } from '../../words/reference.tsx';
import { layoutOf } from './layout.ts';
import styles from './QueueList.module.css';
import { useQueueSelection } from './use-queue-selection.ts';

/** Rows read beyond both ends of the screen, so that Page Down finds them there. */
const ROWS_AHEAD = 40;

/** One view of the queue, by the nearest due clock. Drafts that belong to no complaint stand above it. */
export function QueueList({ view, handle }: { readonly view: QueueView; readonly handle: Ref<ListHandle> }) {
  const { queries, queues } = useServices();
  const { t } = useWords();
  const isDrafts = view === 'drafts';
  const begun = useQuery(queries.draft.list.queryOptions({ enabled: isDrafts })).data ?? [];
  const loose = isDrafts ? begun.filter(isLoose) : [];
  const queue = queues.of(view);
  const state = useSyncExternalStore(queue.subscribe, queue.state);
  const late = useHasLasted(state.total === null && !state.failed, SKELETON_MS);

  useEffect(() => queue.show(0, 30), [queue]);

  if (state.total === null) return <Waiting failed={state.failed} late={late} />;
  return (
    <>
      {loose.length === 0 ? null : <DraftPanel title={t('recovery.loose')} drafts={loose} />}
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
  const { t } = useWords();
  const { groups, total, version } = useSyncExternalStore(queue.subscribe, queue.state);
  const rows = total ?? 0;
  const layout = useMemo(() => layoutOf(groups, rows), [groups, rows]);
  const { row: selectedRow, move } = useQueueSelection(queue, version, rows);

  const itemAt = useCallback(
    (item: number): ListItem => {
      const at = layout.at(item);
      return at.type === 'heading'
        ? { key: `heading ${at.urgency}`, kind: 'heading' }
        : { key: `row ${at.index}`, kind: 'row' };
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
  return (
    <VirtualList
      handle={handle}
      label={t('queue.label', { view: t(`view.${view}`) })}
      length={layout.length}
      itemAt={itemAt}
      selectedItem={selectedRow < 0 ? -1 : layout.itemOfRow(selectedRow)}
      onRange={onRange}
      onPress={(item) => {
        const at = layout.at(item);
        const row = at.type === 'row' ? queue.rowAt(at.index) : null;
        if (row !== null) openComplaint(row.id);
      }}
      onMove={move}
      render={(item) => {
        const at = layout.at(item);
        if (at.type === 'heading') {
          return <GroupHeading count={at.count}>{t(`group.${at.urgency}`)}</GroupHeading>;
        }
        const row = queue.rowAt(at.index);
        return row === null ? <QueueRowSkeleton /> : <QueueRow row={row} />;
      }}
    />
  );
}

function EmptyView({ view }: { readonly view: QueueView }) {
  const { t } = useWords();
  const status = useAnswerOf((ask) => ask.sync.status);
  const loading = status?.firstLoad != null;
  const obstacle = status?.obstacle;
  const standalone = useAnswerOf((ask) => ask.session.get)?.standalone === true;
  const counts = useAnswerOf((ask) => ask.queue.counts);
  const beforeImport = standalone && counts?.all === 0 && counts.done === 0;
  return (
    <div className="scroll">
      {loading && (obstacle === 'storage_full' || obstacle === 'storage_read_only') ? (
        <EmptyState
          icon={HardDrive}
          title={t(`connection.${obstacle}`)}
          text={t(`connection.obstacle.${obstacle}`)}
        />
      ) : loading ? (
        <EmptyState icon={DownloadCloud} title={t('empty.first_load')} text={t('empty.first_load_text')} />
      ) : beforeImport ? (
        <EmptyState icon={FileSpreadsheet} title={t('import.none')} text={t('import.none_text')}>
          <Button variant="primary" onPress={() => show('import')}>
            {t('joining.palette_import')}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState icon={CircleCheck} title={t(`empty.${view}`)} text={t(`empty.${view}_text`)} />
      )}
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
