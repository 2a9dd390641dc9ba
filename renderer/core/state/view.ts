import { v7 } from 'uuid';
import { create } from 'zustand';
import type { QueueView } from '#shared/contract/window/queue.ts';
import { isJointId } from '#shared/domain/answers/joint-answer.ts';
import type { CommandKind } from '#shared/domain/commands/command.ts';
import { recordedId } from '#shared/domain/complaint/recorded.ts';
import type { DraftKind } from '../drafts/drafts.ts';

export type View = QueueView | 'outbox' | 'attention';

/** In the order of the navigation; `null` is a line between two groups. */
export const VIEWS: readonly (View | null)[] = [
  'today',
  'late',
  'first_answer',
  'in_process',
  'replied',
  'approval',
  null,
  'drafts',
  'outbox',
  'to_publish',
  'attention',
  null,
  'done',
  'all',
];

/** What can be taken back for a short time: a sent text; what was done to many reports at once; a refused one, a draft or a file that was thrown away. */
export type Held = {
  readonly what: 'command' | 'many' | 'refused' | 'draft' | 'file';
  /** Of the command, the draft, or the file in its draft. */
  readonly id: string;
  readonly complaintId: string;
  readonly kind: Exclude<CommandKind, 'mark_read'>;
  /** Of a file; else empty. */
  readonly name: string;
  /** Of `many`: all the commands that go together. */
  readonly ids?: readonly string[];
  /** Of `many` that were written as one: the draft that they become again. */
  readonly draftId?: string;
  /** ms since 1970, by this PC's clock. */
  readonly until: number;
};

/**
 * Asks the composer of a report for something; each request is a new object. `write`: to take the focus; `begin`: an empty field
 * beside what is begun; `pick`: to let the officer choose files; `template`: to list the
 * templates; `preview`: to show or hide what citizens will see; `answered`: what was answered before; or to take these files. `kind` null: whatever is shown.
 */
export type ComposeRequest = {
  readonly complaintId: string;
  readonly kind: DraftKind | null;
  readonly act:
    | 'write'
    | 'begin'
    | 'throw_away'
    | 'pick'
    | 'template'
    | 'preview'
    | 'answered'
    | readonly File[];
};

export type CaseworkField = 'priority' | 'labels' | 'plan' | 'snooze' | 'link' | 'publish' | 'promise';

/** What can be done to many reports at once. */
export const BULK_ACTIONS = ['answer', 'forward', 'label', 'snooze', 'group'] as const;
/** Those that need no more than a choice or two; an answer is written in a window of its own. */
export type BulkAction = Exclude<(typeof BULK_ACTIONS)[number], 'answer'>;

export type Overlay =
  | 'palette'
  | 'settings'
  | 'keys'
  | 'nav'
  | 'sign_in'
  | 'log'
  | 'moved'
  | 'delay'
  | 'handbook'
  | 'bulk'
  | 'joint'
  | 'save_view'
  | 'my_views'
  | 'intake'
  | 'morning'
  | 'templates'
  | 'export'
  | 'join'
  | null;

/** The list of what is begun. `start`: what was begun before the window was opened; `asked`: everything that is begun. */
export type RecoveryState = 'start' | 'asked' | 'closed';

type ViewState = {
  readonly view: View;
  /** The report on the right. */
  readonly selectedId: string | null;
  /** The officer chose it; the first one of a list is only shown. */
  readonly chosen: boolean;
  readonly search: string;
  /** The officer's own view that the search was kept as, as long as it is not changed. */
  readonly ownView: string | null;
  /** What a narrow window shows. */
  readonly pane: 'list' | 'case';
  readonly overlay: Overlay;
  readonly compose: ComposeRequest | null;
  /** The report that is being recorded. */
  readonly recording: string | null;
  /** Where the answer to several reports is kept that is written on; null: the one for the picked ones. */
  readonly answering: string | null;
  /** A field of the OPD's own order that is to take the focus. */
  readonly arranging: { readonly complaintId: string; readonly field: CaseworkField } | null;
  /** A text that is to become a template of the officer's own. */
  readonly templateText: string;
  readonly held: readonly Held[];
  /** The list of what is begun. */
  readonly recovery: RecoveryState;
  /** How often it was asked for: each time it takes the focus. */
  readonly resumed: number;
  /** Ids of the reports that the officer has picked, in the order in which they were. */
  readonly picked: readonly string[];
  /** What the dialog of the picked ones is for. */
  readonly bulk: BulkAction;
  /** Said once by screen readers. */
  readonly said: string;
  /** The window is being shown, the first time or because it was asked for. */
  readonly touring: boolean;
};

type ViewActions = {
  readonly go: (view: View) => void;
  readonly select: (id: string | null, chosen: boolean) => void;
  readonly open: (id: string) => void;
  readonly setSearch: (text: string) => void;
  /** Shows a kept search, as the own view it is. */
  readonly look: (search: string, ownView?: string) => void;
  readonly setPane: (pane: ViewState['pane']) => void;
  readonly show: (overlay: Overlay) => void;
  readonly write: (complaintId: string, kind: DraftKind) => void;
  /** Another complaint is to be recorded. */
  readonly record: () => void;
  readonly ask: (complaintId: string, act: ComposeRequest['act']) => void;
  readonly arrange: (complaintId: string, field: CaseworkField) => void;
  /** The officer's own templates, to begin with a new one of this text. */
  readonly manageTemplates: (text: string) => void;
  readonly resume: () => void;
  readonly hold: (held: Held) => void;
  readonly release: (id: string) => void;
  readonly say: (text: string) => void;
  /** Picks a report, or leaves it out again. */
  readonly pick: (id: string) => void;
  /** Picks these too. */
  readonly pickAll: (ids: readonly string[]) => void;
  readonly pickNone: () => void;
  readonly together: (action: BulkAction | 'answer') => void;
  readonly tour: () => void;
  readonly endTour: () => void;
};

const PLACE_KEY = 'penghubung.place';
/** Kept by the window: who has seen it on this computer need not see it again. */
const TOUR_KEY = 'penghubung.tour';

function hasToured(): boolean {
  try {
    return localStorage.getItem(TOUR_KEY) !== null;
  } catch {
    return true;
  }
}

/** Where the officer was, for a reload of the window. */
function savedPlace(): Pick<ViewState, 'view' | 'selectedId'> {
  try {
    const place: unknown = JSON.parse(sessionStorage.getItem(PLACE_KEY) ?? '{}');
    if (typeof place !== 'object' || place === null) throw new Error('not a place');
    const { view, selectedId } = place as Record<string, unknown>;
    return {
      view: VIEWS.find((known) => known !== null && known === view) ?? 'today',
      selectedId: typeof selectedId === 'string' ? selectedId : null,
    };
  } catch {
    return { view: 'today', selectedId: null };
  }
}

/** What the window shows: no data of reports, only which of them. */
export const useView = create<ViewState & ViewActions>()((set) => ({
  ...savedPlace(),
  chosen: false,
  search: '',
  ownView: null,
  pane: 'list',
  overlay: null,
  compose: null,
  recording: null,
  answering: null,
  arranging: null,
  templateText: '',
  held: [],
  recovery: 'start',
  resumed: 0,
  picked: [],
  bulk: 'forward',
  said: '',
  touring: !hasToured(),
  go: (view) =>
    set({ view, search: '', ownView: null, selectedId: null, chosen: false, pane: 'list', overlay: null }),
  select: (selectedId, chosen) => set({ selectedId, chosen }),
  open: (selectedId) => set({ selectedId, chosen: true, pane: 'case', overlay: null }),
  // Other words are another choice to make.
  setSearch: (search) => set({ search, ownView: null, chosen: false }),
  look: (search, ownView) =>
    set({
      search,
      ownView: ownView ?? null,
      selectedId: null,
      chosen: false,
      pane: 'list',
      overlay: null,
    }),
  setPane: (pane) => set({ pane }),
  show: (overlay) => set({ overlay }),
  write: (complaintId, kind) =>
    set(
      kind === 'record'
        ? // It is no report yet: it is written in a form of its own.
          { recording: complaintId, overlay: 'intake' }
        : isJointId(complaintId)
          ? { answering: complaintId, overlay: 'joint' }
          : {
              compose: { complaintId, kind, act: 'write' },
              selectedId: complaintId,
              chosen: true,
              pane: 'case',
              overlay: null,
            },
    ),
  record: () => set({ recording: recordedId(v7()), overlay: 'intake' }),
  ask: (complaintId, act) =>
    set({
      compose: { complaintId, kind: null, act },
      selectedId: complaintId,
      chosen: true,
      pane: 'case',
      overlay: null,
    }),
  arrange: (complaintId, field) =>
    set({
      arranging: { complaintId, field },
      selectedId: complaintId,
      chosen: true,
      pane: 'case',
      overlay: null,
    }),
  manageTemplates: (templateText) => set({ templateText, overlay: 'templates' }),
  resume: () =>
    set((state) => ({ recovery: 'asked', resumed: state.resumed + 1, pane: 'list', overlay: null })),
  hold: (held) => set((state) => ({ held: [...state.held, held] })),
  release: (id) => set((state) => ({ held: state.held.filter((held) => held.id !== id) })),
  say: (said) => set({ said }),
  pick: (id) =>
    set(({ picked }) => ({
      picked: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id],
    })),
  pickAll: (ids) => set(({ picked }) => ({ picked: [...new Set([...picked, ...ids])] })),
  pickNone: () => set({ picked: [] }),
  together: (action) =>
    set(action === 'answer' ? { answering: null, overlay: 'joint' } : { bulk: action, overlay: 'bulk' }),
  tour: () => set({ touring: true, overlay: null }),
  endTour: () => {
    localStorage.setItem(TOUR_KEY, 'seen');
    set({ touring: false });
  },
}));

useView.subscribe(({ view, selectedId }) => {
  sessionStorage.setItem(PLACE_KEY, JSON.stringify({ view, selectedId }));
});
