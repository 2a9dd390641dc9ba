import { setSearch, useNavigation } from '../core/state/navigation.ts';
import { pickOnly, select } from '../core/state/selection.ts';
import { lastHeld } from '../core/state/undo.ts';
import { type Action, onSelected } from '../widgets/screen/action.ts';
import type { Screen } from '../widgets/screen/screen.ts';

const MOVE: Action['listed'] = { in: 'list', words: (t) => t('keys.move') };

/** Keys of the list, whatever is listed. */
export const frameStart: Screen = {
  actions: [
    { id: 'next', keys: ['j'], listed: MOVE, run: ({ window }) => window.moveInList('next') },
    { id: 'previous', keys: ['k'], listed: MOVE, run: ({ window }) => window.moveInList('previous') },
    { id: 'arrows', keys: ['↓', '↑'], keysInside: true, listed: MOVE },
    {
      id: 'page',
      keys: ['PgDn', 'PgUp'],
      keysInside: true,
      listed: { in: 'list', words: (t) => t('keys.page') },
    },
    {
      id: 'ends',
      keys: ['Home', 'End'],
      keysInside: true,
      listed: { in: 'list', words: (t) => t('keys.ends') },
    },
    onSelected({
      id: 'open',
      keys: ['Enter'],
      listed: { in: 'list', words: (t) => t('keys.open') },
      run: (id, { window }) => {
        select(id, true);
        window.focusCase();
      },
    }),
  ],
};

export const frameEnd: Screen = {
  actions: [
    {
      id: 'undo',
      keys: ['Ctrl+Z'],
      listed: { in: 'case', words: (t) => t('keys.undo') },
      offered: () => lastHeld(Date.now()) !== undefined,
      run: ({ window }) => window.undo(),
    },
    {
      id: 'leave',
      keys: ['Esc'],
      listed: { in: 'all', words: (t) => t('keys.leave') },
      run: ({ window }) => {
        if (useNavigation.getState().search !== '') setSearch('');
        else if (document.activeElement?.closest('[role=grid]') != null) pickOnly([]);
        window.focusList();
      },
    },
  ],
};
