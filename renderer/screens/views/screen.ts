import { showSearch } from '../../core/state/navigation.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { ViewsDialog } from './ViewsDialog.tsx';

export const saveViewScreen: Screen = {
  dialogs: { save_view: SaveViewDialog },
  actions: [
    { id: 'save_view', label: 'palette.save_view', offered: (now) => now.searching, opens: 'save_view' },
  ],
};

export const myViewsScreen: Screen = {
  dialogs: { my_views: ViewsDialog },
  actions: [{ id: 'my_views', label: 'palette.my_views', opens: 'my_views' }],
  actionsNow: ({ savedViews }) =>
    savedViews.map(({ id, name, search }) => ({
      id: `saved ${id}`,
      section: 'views',
      label: (t) => t('palette.go', { view: name }),
      run: () => showSearch(search, id),
    })),
};
