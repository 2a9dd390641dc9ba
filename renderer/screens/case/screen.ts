import type { DraftKind } from '../../core/drafts/drafts.ts';
import { askCasework, type CaseworkField, write } from '../../core/state/requests.ts';
import { type Action, onSelected } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { CHAPTERS } from './chapters.ts';

/** What is written on a complaint, and the agency's own order of it. */
export const caseScreen: Screen = {
  actions: [
    writing('follow_up', {
      id: 'reply',
      label: 'palette.reply',
      keys: ['r'],
      listed: 'case',
      together: 'answer',
    }),
    writing('internal_note', { id: 'note', label: 'palette.note', keys: ['n'], listed: 'case' }),
    writing('forward', { label: 'palette.forward', keys: ['f'], listed: 'case', together: 'forward' }),
    writing('ask_reporter', { label: 'palette.ask_reporter' }),
    writing('return', { label: 'palette.return', keys: ['b'], listed: 'case', listedAs: 'keys.return' }),
    writing('postpone', { label: 'palette.postpone' }),
    writing('finish', { label: 'palette.finish', keys: ['e'], listed: 'case', listedAs: 'keys.finish' }),
    writing('propose_archive', { label: 'palette.propose_archive' }),
    arranging('priority', { label: 'palette.priority' }),
    arranging('labels', { label: 'palette.labels' }),
    arranging('plan', { label: 'palette.plan' }),
    arranging('snooze', { label: 'palette.snooze', keys: ['s'], listed: 'case', together: 'snooze' }),
    arranging('link', { label: 'palette.link' }),
    arranging('publish', { label: 'palette.publish', keys: ['t'], listed: 'case', listedAs: 'keys.publish' }),
    arranging('promise', { label: 'palette.promise', keys: ['p'], listed: 'case' }),
  ],
  chapters: CHAPTERS,
};

function writing(kind: DraftKind, action: Partial<Action>): Action {
  return onSelected({ id: kind, ...action }, (id) => write(id, kind));
}

function arranging(field: CaseworkField, action: Partial<Action>): Action {
  return onSelected({ id: field, ...action }, (id) => askCasework(id, field));
}
