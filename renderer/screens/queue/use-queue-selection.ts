import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PagedQueue } from '../../core/queue/paged-queue.ts';
import { useServices } from '../../core/services/services.tsx';
import { select, useSelection } from '../../core/state/selection.ts';
import { type ListMove, movedIndex } from '../../widgets/list/list-moves.ts';

/** Rows that Page Down moves by, until the list has said how many it shows. */
const USUAL_PAGE = 10;

/**
 * The selected row of a view (-1: none), and what selects another. The list goes at once to a row that is not
 * in memory; it is selected when it has been read. `version` and `rows` are those of the queue.
 */
export function useQueueSelection(queue: PagedQueue, version: number, rows: number) {
  const { queries } = useServices();
  const client = useQueryClient();
  const selectedId = useSelection((store) => store.selectedId);
  /** Where the selection is, or was before its complaint left the view. */
  const place = useRef(0);
  const page = useRef(USUAL_PAGE);
  const [wanted, setWanted] = useState<number | null>(null);
  const index = selectedId === null ? -1 : queue.indexOf(selectedId);
  if (index >= 0) place.current = index;

  const selectAt = useCallback(
    (at: number, chosen: boolean) => {
      const row = queue.rowAt(at);
      place.current = at;
      setWanted(row === null ? at : null);
      if (row === null) return;
      select(row.id, chosen);
      for (const step of [1, -1, page.current, -page.current]) {
        const near = queue.rowAt(at + step);
        if (near !== null)
          void client.prefetchQuery(queries.case.get.queryOptions({ input: { id: near.id } }));
      }
    },
    [queue, client, queries],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when rows came (version)
  useEffect(() => {
    if (wanted !== null && queue.rowAt(wanted) !== null) selectAt(wanted, true);
    // The first complaint is shown at once, though not yet chosen: it stays unread.
    if (useSelection.getState().selectedId === null && queue.rowAt(0) !== null) selectAt(0, false);
  }, [version, queue, selectedId]);

  const move = (to: ListMove, rowsOfPage: number) => {
    page.current = rowsOfPage;
    const { selectedId: current } = useSelection.getState();
    const there = wanted !== null || (current !== null && queue.indexOf(current) >= 0);
    selectAt(movedIndex(to, wanted ?? place.current, there, rows, rowsOfPage), true);
  };
  return { row: wanted ?? index, move };
}
