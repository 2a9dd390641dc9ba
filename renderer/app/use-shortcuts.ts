import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { doTogether, show, useNavigation } from '../core/state/navigation.ts';
import { composerRequests, typeAhead } from '../core/state/requests.ts';
import { type Action, perform, type Situation } from '../widgets/screen/action.ts';
import { actionOf } from './keymap.ts';
import { ACTIONS } from './screens.ts';

export function useShortcuts(situation: () => Situation): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      // A dialog has its own keys, whoever opened it.
      if (target.closest('[role=dialog]') !== null) return;
      const inText = target.matches(
        'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])',
      );
      const control = event.ctrlKey || event.metaKey;
      const isLetter = event.key.length === 1 && !control && !event.altKey && !inText;
      // The letters after the key that asked for a field are meant for it, however long its complaint takes
      // to load.
      if (isLetter && typeAhead(event.key)) return event.preventDefault();
      const action = actionOf(
        {
          key: event.key,
          ctrl: control,
          alt: event.altKey,
          shift: event.shiftKey,
          inText,
          emptyText:
            (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) &&
            target.value === '',
          onControl: target.closest('button, a, summary, [role=radio], [role=option]') !== null,
        },
        ACTIONS,
      );
      if (action !== null && act(action, situation())) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [situation]);
}

/** Does it, as by its key. False: the key means nothing now, and stays the browser's. */
export function act(action: Action, now: Situation): boolean {
  const { id, together, offered } = action;
  const { overlay } = useNavigation.getState();
  if (overlay === 'nav' && id === 'leave') {
    show(null);
    return true;
  }
  // A dialog has its own keys; and a field that is about to take the focus must not be overtaken by them.
  if (overlay !== null && overlay !== 'nav') return false;
  if (composerRequests.open() !== null && id !== 'palette' && id !== 'leave') return true;
  if (now.picked > 0 && together !== undefined) {
    doTogether(together);
    return true;
  }
  if (offered?.(now) === false) return false;
  // At once: the letters typed next belong where the action puts the focus.
  flushSync(() => perform(action, now));
  return true;
}
