import { startTour } from '../../core/state/tour.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { Handbook } from './Handbook.tsx';
import { KeysDialog } from './KeysDialog.tsx';

export const handbookScreen: Screen = {
  dialogs: { handbook: Handbook },
  actions: [
    {
      id: 'handbook',
      label: 'palette.handbook',
      keys: ['F1'],
      listed: 'all',
      listedAs: 'keys.handbook',
      opens: 'handbook',
    },
  ],
};

export const helpScreen: Screen = {
  dialogs: { keys: KeysDialog },
  actions: [
    { id: 'tour', label: 'palette.tour', run: startTour },
    { id: 'help', label: 'palette.keys', keys: ['?'], listed: 'all', listedAs: 'keys.help', opens: 'keys' },
  ],
};
