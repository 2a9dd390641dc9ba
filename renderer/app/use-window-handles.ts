import { type RefObject, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { setPane } from '../core/state/navigation.ts';
import { lastHeld } from '../core/state/undo.ts';
import type { ListHandle } from '../widgets/list/list-moves.ts';
import type { WindowHandles } from '../widgets/screen/action.ts';
import { useUndo } from '../widgets/undo/use-undo.ts';

/** What the frame does for keys and the palette. A narrow window shows a pane before the focus goes there. */
export function useWindowHandles(
  list: RefObject<ListHandle | null>,
  searchField: RefObject<HTMLInputElement | null>,
  casePane: RefObject<HTMLElement | null>,
): WindowHandles {
  const undo = useUndo();
  return useMemo(
    () => ({
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
    [list, searchField, casePane, undo],
  );
}
