import { BULK_ACTIONS, doTogether } from '../../core/state/navigation.ts';
import { pick, pickAll, pickOnly } from '../../core/state/selection.ts';
import { type Action, onSelected, type Situation } from '../../widgets/screen/action.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { BulkDialog } from './BulkDialog.tsx';

/** Picking complaints to do something to together. */
export const pickingScreen: Screen = {
  actions: [
    onSelected({ id: 'pick', label: 'bulk.pick', keys: ['x'], listed: 'list', listedAs: 'keys.pick' }, pick),
    onSelected({ id: 'pick_similar', label: 'bulk.pick_similar' }, (id, { backend }) =>
      pickWith(id, backend.similar.of({ id })),
    ),
    onSelected({ id: 'pick_group', label: 'casework.pick_group' }, (id, { backend }) =>
      pickWith(
        id,
        backend.similar.group({ id }).catch(() => []),
      ),
    ),
  ],
};

const anyPicked = ({ picked }: Situation): boolean => picked > 0;

export const bulkScreen: Screen = {
  dialogs: { bulk: BulkDialog },
  actions: [
    ...BULK_ACTIONS.map(
      (action): Action => ({
        id: `bulk_${action}`,
        label: (t, { picked }) => t(`bulk.palette_${action}`, { count: picked }),
        offered: anyPicked,
        run: () => doTogether(action),
      }),
    ),
    { id: 'unpick', label: 'bulk.none', offered: anyPicked, run: () => pickOnly([]) },
  ],
};

function pickWith(id: string, others: Promise<readonly { readonly id: string }[]>): void {
  void others.then((found) => pickAll([id, ...found.map((other) => other.id)])).catch(() => {});
}
