import { type RefObject, useCallback, useMemo } from 'react';
import type { Session } from '#shared/contract/window/session.ts';
import { useServices } from '../core/services/services.tsx';
import { useSavedViews } from '../core/settings/use-saved-views.ts';
import { useSettings } from '../core/settings/use-settings.ts';
import { useNavigation } from '../core/state/navigation.ts';
import { useSelection } from '../core/state/selection.ts';
import { lastHeld } from '../core/state/undo.ts';
import type { ListHandle } from '../widgets/list/list-moves.ts';
import type { Situation, WindowHandles } from '../widgets/screen/action.ts';
import { useUndo } from '../widgets/undo/use-undo.ts';

/** Tells what the window is about whenever it is asked. */
export function useSituation(
  session: Session,
  list: RefObject<ListHandle | null>,
  focus: Pick<WindowHandles, 'focusList' | 'focusSearch' | 'focusCase'>,
): () => Situation {
  const { desk } = useServices();
  const { change: changeSettings } = useSettings();
  const { views: savedViews } = useSavedViews();
  const undo = useUndo();
  const { focusList, focusSearch, focusCase } = focus;
  const window = useMemo(
    (): WindowHandles => ({
      moveInList: (move) => list.current?.move(move),
      focusList,
      focusSearch,
      focusCase,
      undo: () => {
        const last = lastHeld(Date.now());
        if (last !== undefined) void undo(last);
      },
    }),
    [list, focusList, focusSearch, focusCase, undo],
  );
  return useCallback(() => {
    const { selectedId, picked } = useSelection.getState();
    const searching = useNavigation.getState().search.trim() !== '';
    return {
      selectedId,
      picked: picked.length,
      searching,
      session,
      savedViews,
      desk,
      changeSettings,
      window,
    };
  }, [session, savedViews, desk, changeSettings, window]);
}
