import type { Screen } from '../../widgets/screen/screen.ts';
import { Palette } from './Palette.tsx';

export const paletteScreen: Screen = {
  dialogs: { palette: Palette },
  actions: [{ id: 'palette', keys: ['Ctrl+K'], listed: 'all', listedAs: 'keys.palette', opens: 'palette' }],
};
