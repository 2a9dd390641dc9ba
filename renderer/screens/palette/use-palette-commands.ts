import { useMemo } from 'react';
import type { DraftKind } from '../../core/drafts/drafts.ts';
import { sessionQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery } from '../../core/services/use-query.ts';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { useSettings } from '../../core/settings/use-settings.ts';
import { resume } from '../../core/state/begun-list.ts';
import {
  BULK_ACTIONS,
  doTogether,
  goTo,
  manageTemplates,
  record,
  show,
  showSearch,
  useNavigation,
  VIEWS,
} from '../../core/state/navigation.ts';
import { askCasework, askComposer, write } from '../../core/state/requests.ts';
import { pick, pickAll, pickOnly, useSelection } from '../../core/state/selection.ts';
import { startTour } from '../../core/state/tour.ts';
import type { Desk } from '../../core/transport/desk.ts';
import { isRehearsing, rehearse } from '../../core/transport/rehearsal.ts';
import { useWords } from '../../words/reference.tsx';
import type { PaletteCommand } from './commands.ts';

const FIELDS = [
  { field: 'priority', words: 'palette.priority', key: null },
  { field: 'labels', words: 'palette.labels', key: null },
  { field: 'plan', words: 'palette.plan', key: null },
  { field: 'snooze', words: 'palette.snooze', key: 's' },
  { field: 'link', words: 'palette.link', key: null },
  { field: 'publish', words: 'palette.publish', key: 't' },
  { field: 'promise', words: 'palette.promise', key: 'p' },
] as const;

/** Everything that can be done from anywhere, in the officer's words. */
export function usePaletteCommands(onSearch: () => void): readonly PaletteCommand[] {
  const { desk } = useServices();
  const { t } = useWords();
  const { change } = useSettings();
  const selectedId = useSelection((state) => state.selectedId);
  const picked = useSelection((state) => state.picked.length);
  const searching = useNavigation((state) => state.search.trim() !== '');
  const { views } = useSavedViews();
  const session = useQuery(sessionQuery(desk)).data;
  const alone = session?.alone === true;
  const joining = session !== undefined && session.joining !== null;
  return useMemo(() => {
    const compose = (kind: DraftKind, label: string, hint: string | null): PaletteCommand => ({
      id: `write ${kind}`,
      group: 'actions',
      label,
      hint,
      run: () => {
        if (selectedId !== null) write(selectedId, kind);
      },
    });
    const setting = (id: string, label: string, run: () => void): PaletteCommand => ({
      id,
      group: 'settings',
      label,
      hint: null,
      run,
    });
    const action = (id: string, label: string, hint: string | null, run: () => void): PaletteCommand => ({
      id,
      group: 'actions',
      label,
      hint,
      run,
    });
    return [
      ...(selectedId === null
        ? []
        : [
            compose('follow_up', t('palette.reply'), 'r'),
            compose('internal_note', t('palette.note'), 'n'),
            compose('forward', t('palette.forward'), 'f'),
            compose('ask_reporter', t('palette.ask_reporter'), null),
            compose('return', t('palette.return'), 'b'),
            compose('postpone', t('palette.postpone'), null),
            compose('finish', t('palette.finish'), 'e'),
            compose('propose_archive', t('palette.propose_archive'), null),
            ...FIELDS.map(({ field, words, key }) =>
              action(`arrange ${field}`, t(words), key, () => askCasework(selectedId, field)),
            ),
            action('delay', t('palette.delay'), null, () => show('delay')),
            action('pick', t('bulk.pick'), 'x', () => pick(selectedId)),
            action('pick similar', t('bulk.pick_similar'), null, () => {
              const similar = desk.similar.of({ id: selectedId });
              void similar
                .then((reports) => pickAll([selectedId, ...reports.map(({ id }) => id)]))
                .catch(() => {});
            }),
            action('group', t('casework.pick_group'), null, () => void pickGroup(desk, selectedId)),
            action('attach', t('palette.attach'), 'l', () => askComposer(selectedId, 'pick')),
            action('template', t('palette.template'), 'Ctrl+T', () => askComposer(selectedId, 'template')),
            action('preview', t('palette.preview'), 'Ctrl+Shift+P', () => askComposer(selectedId, 'preview')),
            action('answered', t('palette.answered'), 'Ctrl+J', () => askComposer(selectedId, 'answered')),
            action('draft', t('palette.draft'), 'd', () => askComposer(selectedId, 'begin')),
            action('throw away', t('palette.throw_away'), null, () => askComposer(selectedId, 'throw_away')),
          ]),
      ...(picked === 0
        ? []
        : [
            ...BULK_ACTIONS.map((kind) =>
              action(`bulk ${kind}`, t(`bulk.palette_${kind}`, { count: picked }), null, () =>
                doTogether(kind),
              ),
            ),
            action('unpick', t('bulk.none'), null, () => pickOnly([])),
          ]),
      action('record', t('palette.record'), 'a', record),
      action('templates', t('palette.templates'), null, () => manageTemplates('')),
      action('resume', t('palette.resume'), null, resume),
      action('search', t('palette.search'), '/', onSearch),
      ...(searching ? [action('save view', t('palette.save_view'), null, () => show('save_view'))] : []),
      action('morning', t('palette.morning'), 'g', () => show('morning')),
      action('my views', t('palette.my_views'), null, () => show('my_views')),
      ...(alone
        ? [
            action('export', t('joining.palette_import'), null, () => show('export')),
            joining
              ? action(
                  'cancel join',
                  t('joining.cancel'),
                  null,
                  () => void desk.alone.cancelJoin().catch(() => {}),
                )
              : action('join', t('joining.palette_join'), null, () => show('join')),
          ]
        : []),
      action('sync', t('palette.sync'), null, () => void desk.sync.now().catch(() => {})),
      action('moved', t('palette.moved'), null, () => show('moved')),
      action('log', t('palette.log'), 'c', () => show('log')),
      action('handbook', t('palette.handbook'), 'F1', () => show('handbook')),
      isRehearsing()
        ? action('rehearse', t('rehearsal.palette_end'), null, () => rehearse(false))
        : action('rehearse', t('rehearsal.palette_begin'), null, () => rehearse(true)),
      action('tour', t('palette.tour'), null, startTour),
      action('keys', t('palette.keys'), '?', () => show('keys')),
      ...VIEWS.filter((view) => view !== null).map(
        (view): PaletteCommand => ({
          id: `view ${view}`,
          group: 'views',
          label: t('palette.go', { view: t(`view.${view}`) }),
          hint: null,
          run: () => goTo(view),
        }),
      ),
      ...views.map(
        (view): PaletteCommand => ({
          id: `saved ${view.id}`,
          group: 'views',
          label: t('palette.go', { view: view.name }),
          hint: null,
          run: () => showSearch(view.search, view.id),
        }),
      ),
      setting('id', t('palette.to_id'), () => change({ language: 'id' })),
      setting('en', t('palette.to_en'), () => change({ language: 'en' })),
      setting('light', t('palette.to_light'), () => change({ theme: 'light' })),
      setting('dark', t('palette.to_dark'), () => change({ theme: 'dark' })),
      setting('system', t('palette.to_system'), () => change({ theme: 'system' })),
    ];
  }, [t, change, desk, selectedId, picked, onSearch, searching, views, alone, joining]);
}

/** The report with those that were grouped under it. */
async function pickGroup(desk: Desk, id: string): Promise<void> {
  const group = await desk.similar.group({ id }).catch(() => []);
  pickAll([id, ...group.map((report) => report.id)]);
}
