import { useCallback, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Session } from '#shared/contract/window/session.ts';
import { useServices } from '../core/services/services.tsx';
import { useSavedViews } from '../core/settings/use-saved-views.ts';
import { useSettings } from '../core/settings/use-settings.ts';
import { setPane, useNavigation } from '../core/state/navigation.ts';
import { useSelection } from '../core/state/selection.ts';
import { lastHeld } from '../core/state/undo.ts';
import type { ListHandle } from '../widgets/list/list-moves.ts';
import type { Situation, WindowHandles } from '../widgets/screen/action.ts';
import { useUndo } from '../widgets/undo/use-undo.ts';

/** Tells what the window is about whenever it is asked. */
export function useSituation(session: Session, window: WindowHandles): () => Situation {
  const { backend } = useServices();
  const { change: changeSettings } = useSettings();
  const { views: savedViews } = useSavedViews();
  return useCallback(() => {
    const { selectedId, picked } = useSelection.getState();
    const searching = useNavigation.getState().search.trim() !== '';
    const now = { selectedId, picked: picked.length, searching };
    return { ...now, session, savedViews, backend, changeSettings, window };
  }, [session, savedViews, backend, changeSettings, window]);
}

/** What the frame does for keys and the palette. A narrow window shows a pane before the focus goes there. */
export function useWindowHandles() {
  const list = useRef<ListHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const casePane = useRef<HTMLDivElement>(null);
  const undo = useUndo();
  const handles = useMemo(
    (): WindowHandles => ({
      moveInList: (move) => list.current?.move(move),
      focusSearch: () => {
        // At once, or the next letters typed would be shortcuts.
        flushSync(() => setPane('list'));
        searchField.current?.select();
      },
      focusCase: () => {
        flushSync(() => setPane('case'));
        casePane.current?.querySelector('h1')?.focus();
      },
      focusList: () => {
        flushSync(() => setPane('list'));
        if (list.current !== null) return list.current.focus();
        // Where there is no list, nothing has the focus: the next key is a command, and no letter of a text.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      },
      undo: () => {
        const last = lastHeld(Date.now());
        if (last !== undefined) void undo(last);
      },
    }),
    [undo],
  );
  return { list, searchField, casePane, handles };
}
