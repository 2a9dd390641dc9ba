import { useEffect, useRef } from 'react';
import type { SearchAnswer } from '#shared/contract/window/queue.ts';
import type { SavedView } from '#shared/contract/window/views.ts';
import { SEARCH_LIMIT, searchQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery, useSettled } from '../../core/services/use-query.ts';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { useNavigation } from '../../core/state/navigation.ts';
import { select, useSelection } from '../../core/state/selection.ts';

/** Typing faster than this asks once, ms. */
const STILL_MS = 60;

type Search = {
  /** The words that are searched for: what is typed, once it is still. */
  readonly settled: string;
  /** The officer's own view that these words are. */
  readonly view: SavedView | undefined;
  /** The answer to the words before stays until the new one is there. */
  readonly answer: SearchAnswer | undefined;
};

/** Searches for what is typed, and shows the best hit beside it. */
export function useSearchAnswer(text: string): Search {
  const { desk } = useServices();
  const settled = useSettled(text.trim(), STILL_MS);
  const ownView = useNavigation((state) => state.ownView);
  const view = useSavedViews().views.find(({ id, search }) => id === ownView && search.trim() === settled);
  const answer = useQuery(settled === '' ? null : searchQuery(desk, settled, SEARCH_LIMIT, view?.order)).data;
  const last = useRef(answer);
  if (answer !== undefined) last.current = answer;
  useShowFirst(answer?.hits[0]?.id, `${view?.id} ${settled}`);
  return { settled, view, answer: answer ?? last.current };
}

/**
 * Shows the first hit at once; it is not chosen, so it stays unread. The same words asked again (something changed) and a hit
 * that the officer has chosen meanwhile leave the selection alone.
 */
function useShowFirst(first: string | undefined, search: string): void {
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    if (first === undefined || shownFor.current === search) return;
    shownFor.current = search;
    if (!useSelection.getState().chosen) select(first, false);
  }, [first, search]);
}
