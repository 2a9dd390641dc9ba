import { askCasework, type CaseworkField, write } from '../../core/state/requests.ts';
import { type Action, onSelected } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { CHAPTERS } from './chapters.ts';
import { type ComposedKind, isTab, MORE, TAB_KEYS, TABS } from './compose/kinds.ts';

/** What a kind has besides its words and the key of its tab. */
const BESIDES: Partial<Record<ComposedKind, Partial<Action>>> = {
  follow_up: { together: 'answer' },
  forward: { together: 'forward' },
  return: { listedAs: 'command.return.tab' },
  finish: { keys: ['e'], listed: 'case', listedAs: 'command.finish.tab' },
};

/** What is written on a complaint, and the agency's own order of it. */
export const caseScreen: Screen = {
  actions: [
    ...[...TABS, ...MORE].map(writing),
    arranging('priority', 'set_priority'),
    arranging('labels', 'set_labels'),
    arranging('plan', 'plan'),
    arranging('snooze', 'snooze', { keys: ['s'], listed: 'case', together: 'snooze' }),
    arranging('link', 'link'),
    arranging('publish', 'publish', { keys: ['t'], listed: 'case', listedAs: 'keys.publish' }),
    onCasework('promise', { label: 'palette.promise', keys: ['p'], listed: 'case' }),
  ],
  chapters: CHAPTERS,
};

function writing(kind: ComposedKind): Action {
  const tab: Partial<Action> = isTab(kind) ? { keys: [TAB_KEYS[kind]], listed: 'case' } : {};
  const action: Action = { id: kind, label: `command.${kind}.action`, ...tab, ...BESIDES[kind] };
  return onSelected(action, (id) => write(id, kind));
}

type ArrangingKind = 'set_priority' | 'set_labels' | 'plan' | 'snooze' | 'link' | 'publish';

function arranging(field: CaseworkField, kind: ArrangingKind, action: Partial<Action> = {}): Action {
  return onCasework(field, { label: `command.${kind}.action`, ...action });
}

function onCasework(field: CaseworkField, action: Partial<Action>): Action {
  return onSelected({ id: field, ...action }, (id) => askCasework(id, field));
}
