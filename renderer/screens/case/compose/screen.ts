import { askComposer, type ComposeAct } from '../../../core/state/requests.ts';
import { type Action, onSelected } from '../../../widgets/screen/action.ts';
import type { Screen } from '../../../widgets/screen/screen.ts';

export const composerScreen: Screen = {
  actions: [
    asking('pick', { id: 'attach', label: 'palette.attach', keys: ['l', 'Ctrl+Shift+A'], listed: 'case' }),
    asking('template', {
      label: 'palette.template',
      keys: ['Ctrl+T', '/'],
      keysInside: true,
      listed: 'case',
      listedAs: 'keys.template',
    }),
    asking('preview', { label: 'palette.preview', keys: ['Ctrl+Shift+P'], keysInside: true, listed: 'case' }),
    asking('answered', { label: 'palette.answered', keys: ['Ctrl+J'], keysInside: true, listed: 'case' }),
    asking('begin', { id: 'draft', label: 'compose.begin', keys: ['d', 'Ctrl+Shift+D'], listed: 'case' }),
    asking('throw_away', { label: 'palette.throw_away' }),
    {
      id: 'send',
      keys: ['Ctrl+Enter'],
      keysInside: true,
      listed: 'case',
      listedAs: 'command.follow_up.send',
    },
  ],
};

function asking(act: ComposeAct, action: Partial<Action>): Action {
  return onSelected({ id: act, ...action }, (id) => askComposer(id, act));
}
