import { useEffect, useRef } from 'react';
import { useAnswerOf } from '../../core/services/services.tsx';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { useNavigation } from '../../core/state/navigation.ts';
import { select, useSelection } from '../../core/state/selection.ts';
import { useSettled } from '../../kit/delays.ts';

/** More hits than this are not a search any more: the officer is asked for another word. */
const SEARCH_LIMIT = 200;
/** Typing faster than this asks once, ms. */
const STILL_MS = 60;

/**
 * Searches for what is typed once it is still (`settled`), as the officer's own `view` of these words lists
 * it, and shows the best hit beside it. `busy`: the answer is still that to the words before.
 */
export function useSearchAnswer(text: string) {
  const settled = useSettled(text.trim(), STILL_MS);
  const ownView = useNavigation((state) => state.ownView);
  const view = useSavedViews().views.find(({ id, search }) => id === ownView && search.trim() === settled);
  const answer = useAnswerOf(
    (ask) => ask.queue.search,
    settled === '' ? null : { text: settled, limit: SEARCH_LIMIT, order: view?.order },
  );
  const last = useRef(answer);
  if (answer !== undefined) last.current = answer;
  useShowFirst(answer?.hits[0]?.id, `${view?.id} ${settled}`);
  const busy = answer === undefined || settled !== text.trim();
  return { settled, view, answer: answer ?? last.current, busy };
}

/**
 * Shows the first hit at once; it is not chosen, so it stays unread. The same words asked again (something
 * changed) and a hit that the officer has chosen meanwhile leave the selection alone.
 */
function useShowFirst(first: string | undefined, search: string): void {
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    if (first === undefined || shownFor.current === search) return;
    shownFor.current = search;
    if (!useSelection.getState().chosen) select(first, false);
  }, [first, search]);
}
