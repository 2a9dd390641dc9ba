import type { Screen } from '../../widgets/screen/screen.ts';
import { LogDialog } from './LogDialog.tsx';

export const logScreen: Screen = {
  dialogs: { log: LogDialog },
  actions: [{ id: 'log', label: 'log.title', keys: ['c'], listed: 'all', opens: 'log' }],
};
