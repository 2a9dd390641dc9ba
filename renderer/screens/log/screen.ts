import { show } from '../../core/state/navigation.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { LogDialog } from './LogDialog.tsx';

export const logScreen: Screen = {
  dialogs: { log: LogDialog },
  actions: [
    {
      id: 'log',
      label: (t) => t('palette.log'),
      keys: ['c'],
      listed: { in: 'all', words: (t) => t('palette.log') },
      run: () => show('log'),
    },
  ],
};
