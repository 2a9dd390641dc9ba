import type { Screen } from '../../widgets/screen/screen.ts';

export const connectionScreen: Screen = {
  actions: [
    { id: 'sync', label: 'palette.sync', run: ({ backend }) => void backend.sync.now().catch(() => {}) },
  ],
};
