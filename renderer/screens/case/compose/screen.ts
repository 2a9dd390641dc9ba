import { askComposer } from '../../../core/state/requests.ts';
import { onSelected } from '../../../widgets/screen/action.ts';
import type { Screen } from '../../../widgets/screen/screen.ts';

/** What the composer offers beside the text. */
export const composerScreen: Screen = {
  actions: [
    onSelected({
      id: 'attach',
      label: (t) => t('palette.attach'),
      keys: ['l', 'Ctrl+Shift+A'],
      listed: { in: 'case', words: (t) => t('palette.attach') },
      run: (id) => askComposer(id, 'pick'),
    }),
    onSelected({
      id: 'template',
      label: (t) => t('palette.template'),
      keys: ['Ctrl+T', '/'],
      keysInside: true,
      listed: { in: 'case', words: (t) => t('keys.template') },
      run: (id) => askComposer(id, 'template'),
    }),
    onSelected({
      id: 'preview',
      label: (t) => t('palette.preview'),
      keys: ['Ctrl+Shift+P'],
      keysInside: true,
      listed: { in: 'case', words: (t) => t('palette.preview') },
      run: (id) => askComposer(id, 'preview'),
    }),
    onSelected({
      id: 'answered',
      label: (t) => t('palette.answered'),
      keys: ['Ctrl+J'],
      keysInside: true,
      listed: { in: 'case', words: (t) => t('palette.answered') },
      run: (id) => askComposer(id, 'answered'),
    }),
    onSelected({
      id: 'draft',
      label: (t) => t('palette.draft'),
      keys: ['d', 'Ctrl+Shift+D'],
      listed: { in: 'case', words: (t) => t('palette.draft') },
      run: (id) => askComposer(id, 'begin'),
    }),
    onSelected({
      id: 'throw_away',
      label: (t) => t('palette.throw_away'),
      run: (id) => askComposer(id, 'throw_away'),
    }),
    {
      id: 'send',
      keys: ['Ctrl+Enter'],
      keysInside: true,
      listed: { in: 'case', words: (t) => t('keys.send') },
    },
  ],
};
