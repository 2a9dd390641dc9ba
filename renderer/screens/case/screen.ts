import type { DraftKind } from '../../core/drafts/drafts.ts';
import { askCasework, type CaseworkField, write } from '../../core/state/requests.ts';
import { type Action, onSelected } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { CHAPTERS } from './chapters.ts';

const writing = (kind: DraftKind, action: Omit<Action, 'run' | 'offered'>): Action =>
  onSelected({ ...action, run: (id) => write(id, kind) });

const arranging = (field: CaseworkField, action: Omit<Action, 'id' | 'run' | 'offered'>): Action =>
  onSelected({ ...action, id: field, run: (id) => askCasework(id, field) });

/** What is written on a complaint, and the agency's own order of it. */
export const caseScreen: Screen = {
  actions: [
    writing('follow_up', {
      id: 'reply',
      label: (t) => t('palette.reply'),
      keys: ['r'],
      listed: { in: 'case', words: (t) => t('palette.reply') },
      together: 'answer',
    }),
    writing('internal_note', {
      id: 'note',
      label: (t) => t('palette.note'),
      keys: ['n'],
      listed: { in: 'case', words: (t) => t('palette.note') },
    }),
    writing('forward', {
      id: 'forward',
      label: (t) => t('palette.forward'),
      keys: ['f'],
      listed: { in: 'case', words: (t) => t('palette.forward') },
      together: 'forward',
    }),
    writing('ask_reporter', { id: 'ask_reporter', label: (t) => t('palette.ask_reporter') }),
    writing('return', {
      id: 'return',
      label: (t) => t('palette.return'),
      keys: ['b'],
      listed: { in: 'case', words: (t) => t('keys.return') },
    }),
    writing('postpone', { id: 'postpone', label: (t) => t('palette.postpone') }),
    writing('finish', {
      id: 'finish',
      label: (t) => t('palette.finish'),
      keys: ['e'],
      listed: { in: 'case', words: (t) => t('keys.finish') },
    }),
    writing('propose_archive', { id: 'propose_archive', label: (t) => t('palette.propose_archive') }),
    arranging('priority', { label: (t) => t('palette.priority') }),
    arranging('labels', { label: (t) => t('palette.labels') }),
    arranging('plan', { label: (t) => t('palette.plan') }),
    arranging('snooze', {
      label: (t) => t('palette.snooze'),
      keys: ['s'],
      listed: { in: 'case', words: (t) => t('palette.snooze') },
      together: 'snooze',
    }),
    arranging('link', { label: (t) => t('palette.link') }),
    arranging('publish', {
      label: (t) => t('palette.publish'),
      keys: ['t'],
      listed: { in: 'case', words: (t) => t('keys.publish') },
    }),
    arranging('promise', {
      label: (t) => t('palette.promise'),
      keys: ['p'],
      listed: { in: 'case', words: (t) => t('palette.promise') },
    }),
  ],
  chapters: CHAPTERS,
};
