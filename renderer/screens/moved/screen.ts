import type { Screen } from '../../widgets/screen/screen.ts';
import { MovedDialog } from './MovedDialog.tsx';

export const movedScreen: Screen = {
  dialogs: { moved: MovedDialog },
  actions: [{ id: 'moved', label: 'palette.moved', opens: 'moved' }],
};
