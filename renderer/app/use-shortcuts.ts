import { type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { doTogether, record, setSearch, show, useNavigation } from '../core/state/navigation.ts';
import { askCasework, askComposer, composerRequests, write } from '../core/state/requests.ts';
import { pick, pickOnly, select, useSelection } from '../core/state/selection.ts';
import { lastHeld } from '../core/state/undo.ts';
import type { ListHandle } from '../widgets/list/list-moves.ts';
import { useUndo } from '../widgets/undo/use-undo.ts';
import { actionOf, type KeyAction } from './keymap.ts';

const DRAFT_KIND = {
  reply: 'follow_up',
  note: 'internal_note',
  return: 'return',
  forward: 'forward',
  finish: 'finish',
} as const;

type Targets = {
  readonly list: RefObject<ListHandle | null>;
  readonly focusSearch: () => void;
  readonly focusCase: () => void;
  readonly focusList: () => void;
};

/** Listens to the keys that work wherever the focus is. */
export function useShortcuts({ list, focusSearch, focusCase, focusList }: Targets): void {
  const undo = useUndo();
  useEffect(() => {
    const act = (action: KeyAction): boolean => {
      const { selectedId, picked } = useSelection.getState();
      const { overlay, search } = useNavigation.getState();
      if (overlay === 'nav' && action === 'leave') {
        show(null);
        return true;
      }
      // A dialog has its own keys; and a field that is about to take the focus must not be overtaken by them.
      if (overlay !== null && overlay !== 'nav') return false;
      if (composerRequests.areOpen() && action !== 'palette' && action !== 'leave') return true;
      if (picked.length > 0 && (action === 'reply' || action === 'forward' || action === 'snooze')) {
        doTogether(action === 'reply' ? 'answer' : action);
        return true;
      }
      switch (action) {
        case 'next':
        case 'previous':
          list.current?.move(action);
          return true;
        case 'open':
          if (selectedId === null) return false;
          select(selectedId, true);
          focusCase();
          return true;
        case 'reply':
        case 'note':
        case 'return':
        case 'forward':
        case 'finish':
          if (selectedId === null) return false;
          // At once: the letters typed next belong into the field.
          flushSync(() => write(selectedId, DRAFT_KIND[action]));
          return true;
        case 'snooze':
        case 'publish':
        case 'promise':
          if (selectedId === null) return false;
          flushSync(() => askCasework(selectedId, action));
          return true;
        case 'draft':
        case 'attach':
          if (selectedId === null) return false;
          flushSync(() => askComposer(selectedId, action === 'draft' ? 'begin' : 'pick'));
          return true;
        case 'search':
          focusSearch();
          return true;
        case 'palette':
          flushSync(() => show('palette'));
          return true;
        case 'help':
          show('keys');
          return true;
        case 'pick':
          if (selectedId === null) return false;
          pick(selectedId);
          return true;
        case 'handbook':
          show('handbook');
          return true;
        case 'morning':
          show('morning');
          return true;
        case 'log':
          show('log');
          return true;
        case 'record':
          flushSync(() => record());
          return true;
        case 'undo': {
          const last = lastHeld(Date.now());
          if (last === undefined) return false;
          void undo(last);
          return true;
        }
        case 'leave':
          if (search !== '') setSearch('');
          else if (document.activeElement?.closest('[role=grid]') != null) pickOnly([]);
          focusList();
          return true;
      }
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      // A dialog has its own keys, whoever opened it.
      if (target.closest('[role=dialog]') !== null) return;
      const action = actionOf({
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        shift: event.shiftKey,
        inText: target.matches(
          'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])',
        ),
        emptyText:
          (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) &&
          target.value === '',
        onControl: target.closest('button, a, summary, [role=radio], [role=option]') !== null,
      });
      if (action !== null && act(action)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo, list, focusSearch, focusCase, focusList]);
}
