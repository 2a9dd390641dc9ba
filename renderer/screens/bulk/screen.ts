import { BULK_ACTIONS, doTogether } from '../../core/state/navigation.ts';
import { pick, pickAll, pickOnly } from '../../core/state/selection.ts';
import { type Action, onSelected } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { BulkDialog } from './BulkDialog.tsx';

/** Picking complaints to do something to together. */
export const pickingScreen: Screen = {
  actions: [
    onSelected({
      id: 'pick',
      label: (t) => t('bulk.pick'),
      keys: ['x'],
      listed: { in: 'list', words: (t) => t('keys.pick') },
      run: pick,
    }),
    onSelected({
      id: 'pick_similar',
      label: (t) => t('bulk.pick_similar'),
      run: (id, { desk }) => pickWith(id, desk.similar.of({ id })),
    }),
    onSelected({
      id: 'pick_group',
      label: (t) => t('casework.pick_group'),
      run: (id, { desk }) =>
        pickWith(
          id,
          desk.similar.group({ id }).catch(() => []),
        ),
    }),
  ],
};

/** What can be done to the picked ones. */
export const bulkScreen: Screen = {
  dialogs: { bulk: BulkDialog },
  actions: [
    ...BULK_ACTIONS.map(
      (action): Action => ({
        id: `bulk_${action}`,
        label: (t, { picked }) => t(`bulk.palette_${action}`, { count: picked }),
        offered: ({ picked }) => picked > 0,
        run: () => doTogether(action),
      }),
    ),
    {
      id: 'unpick',
      label: (t) => t('bulk.none'),
      offered: ({ picked }) => picked > 0,
      run: () => pickOnly([]),
    },
  ],
};

function pickWith(id: string, others: Promise<readonly { readonly id: string }[]>): void {
  void others.then((found) => pickAll([id, ...found.map((other) => other.id)])).catch(() => {});
}
