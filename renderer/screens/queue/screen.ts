import { resume } from '../../core/state/begun-list.ts';
import { goTo, VIEWS } from '../../core/state/navigation.ts';
import type { Action } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';

export const queueScreen: Screen = {
  actions: [
    { id: 'resume', label: 'palette.resume', run: resume },
    ...VIEWS.filter((view) => view !== null).map(
      (view): Action => ({
        id: `view ${view}`,
        section: 'views',
        label: (t) => t('palette.go', { view: t(`view.${view}`) }),
        run: () => goTo(view),
      }),
    ),
  ],
};
