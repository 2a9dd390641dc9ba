import { show } from '../../core/state/navigation.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { Palette } from './Palette.tsx';

export const paletteScreen: Screen = {
  dialogs: { palette: Palette },
  actions: [
    {
      id: 'palette',
      keys: ['Ctrl+K'],
      listed: { in: 'all', words: (t) => t('keys.palette') },
      run: () => show('palette'),
    },
  ],
};
