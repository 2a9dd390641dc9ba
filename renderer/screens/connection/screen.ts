import type { Screen } from '../../widgets/screen/screen.ts';

export const connectionScreen: Screen = {
  actions: [{ id: 'sync', label: 'palette.sync', run: ({ desk }) => void desk.sync.now().catch(() => {}) }],
};
