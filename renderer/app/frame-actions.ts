import { setSearch, useNavigation } from '../core/state/navigation.ts';
import { pickOnly, select } from '../core/state/selection.ts';
import { lastHeld } from '../core/state/undo.ts';
import { type Action, onSelected, type WindowHandles } from '../widgets/screen/action.ts';
import type { Screen } from '../widgets/screen/screen.ts';

/** Keys of the list, whatever is listed. */
export const frameStart: Screen = {
  actions: [
    moving('next', ['j']),
    moving('previous', ['k']),
    { id: 'arrows', keys: ['↓', '↑'], keysInside: true, listed: 'list', listedAs: 'keys.move' },
    { id: 'page', keys: ['PgDn', 'PgUp'], keysInside: true, listed: 'list', listedAs: 'keys.page' },
    { id: 'ends', keys: ['Home', 'End'], keysInside: true, listed: 'list', listedAs: 'keys.ends' },
    onSelected({ id: 'open', keys: ['Enter'], listed: 'list', listedAs: 'keys.open' }, (id, { window }) => {
      select(id, true);
      window.focusCase();
    }),
  ],
};

export const frameEnd: Screen = {
  actions: [
    {
      id: 'undo',
      keys: ['Ctrl+Z'],
      listed: 'case',
      listedAs: 'keys.undo',
      offered: () => lastHeld(Date.now()) !== undefined,
      run: ({ window }) => window.undo(),
    },
    { id: 'leave', keys: ['Esc'], listed: 'all', listedAs: 'keys.leave', run: ({ window }) => leave(window) },
  ],
};

function moving(move: 'next' | 'previous', keys: readonly string[]): Action {
  return {
    id: move,
    keys,
    listed: 'list',
    listedAs: 'keys.move',
    run: ({ window }) => window.moveInList(move),
  };
}

function leave({ focusList }: WindowHandles): void {
  if (useNavigation.getState().search !== '') setSearch('');
  else if (document.activeElement?.closest('[role=grid]') != null) pickOnly([]);
  focusList();
}
