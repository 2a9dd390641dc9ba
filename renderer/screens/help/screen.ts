import { show } from '../../core/state/navigation.ts';
import { startTour } from '../../core/state/tour.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { Handbook } from './Handbook.tsx';
import { KeysDialog } from './KeysDialog.tsx';

export const handbookScreen: Screen = {
  dialogs: { handbook: Handbook },
  actions: [
    {
      id: 'handbook',
      label: (t) => t('palette.handbook'),
      keys: ['F1'],
      listed: { in: 'all', words: (t) => t('keys.handbook') },
      run: () => show('handbook'),
    },
  ],
};

/** The tour around the window, and the list of keys. */
export const helpScreen: Screen = {
  dialogs: { keys: KeysDialog },
  actions: [
    { id: 'tour', label: (t) => t('palette.tour'), run: startTour },
    {
      id: 'help',
      label: (t) => t('palette.keys'),
      keys: ['?'],
      listed: { in: 'all', words: (t) => t('keys.help') },
      run: () => show('keys'),
    },
  ],
};
