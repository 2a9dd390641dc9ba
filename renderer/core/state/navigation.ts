import { v7 } from 'uuid';
import { create } from 'zustand';
import type { QueueView } from '#shared/contract/window/queue.ts';
import { recordedId } from '#shared/domain/complaint/recorded.ts';
import { remember, remembered } from './remembered.ts';
import { select, useSelection } from './selection.ts';

export type View = QueueView | 'outbox' | 'attention';

/** In the order of the navigation. `null` is a line between two groups. */
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

/** What can be done to many complaints at once. */
export const BULK_ACTIONS = ['answer', 'forward', 'label', 'snooze', 'group'] as const;
/** Those that need a choice or two. An answer is written in a dialog of its own. */
export type BulkAction = Exclude<(typeof BULK_ACTIONS)[number], 'answer'>;

/** The dialogs over the queue. Each is registered by its screen. */
export const DIALOG_NAMES = [
  'palette',
  'settings',
  'keys',
  'sign_in',
  'log',
  'moved',
  'delay',
  'letter',
  'handbook',
  'bulk',
  'joint',
  'save_view',
  'my_views',
  'intake',
  'morning',
  'templates',
  'import',
  'join',
  'problem',
  'evidence',
] as const;

export type DialogName = (typeof DIALOG_NAMES)[number];

type Navigation = {
  readonly view: View;
  readonly search: string;
  /** The officer's saved view that has this search, until the search is changed. */
  readonly ownView: string | null;
  /** The part that a narrow window shows. */
  readonly pane: 'list' | 'case';
  /** What lies over the queue. `nav`: the views, which are a drawer in a narrow window. */
  readonly overlay: DialogName | 'nav' | null;
  /** Of `intake`: the complaint that is being recorded. */
  readonly recording: string | null;
  /** Of `joint`: the id under which the answer is kept. Null: the answer for the picked complaints. */
  readonly answering: string | null;
  /** Of `bulk`: what the dialog is for. */
  readonly bulk: BulkAction;
  /** Of `templates`: a text that is to become one of the officer's own. */
  readonly templateText: string;
};

const VIEW_KEY = 'penghubung.view';

export const useNavigation = create<Navigation>()(() => ({
  view: VIEWS.find((known) => known !== null && known === remembered(VIEW_KEY)) ?? 'today',
  search: '',
  ownView: null,
  pane: 'list',
  overlay: null,
  recording: null,
  answering: null,
  bulk: 'forward',
  templateText: '',
}));

useNavigation.subscribe(({ view }) => remember(VIEW_KEY, view));

export function goTo(view: View): void {
  select(null, false);
  useNavigation.setState({ view, search: '', ownView: null, pane: 'list', overlay: null });
}

export function openComplaint(id: string): void {
  select(id, true);
  useNavigation.setState({ pane: 'case', overlay: null });
}

export function setSearch(search: string): void {
  // The officer chose a hit of the words before.
  useSelection.setState({ chosen: false });
  useNavigation.setState({ search, ownView: null });
}

/** `ownView`: the officer's saved view that has this search. */
export function showSearch(search: string, ownView: string | null = null): void {
  select(null, false);
  useNavigation.setState({ search, ownView, pane: 'list', overlay: null });
}

export function setPane(pane: Navigation['pane']): void {
  useNavigation.setState({ pane });
}

export function show(overlay: Navigation['overlay']): void {
  useNavigation.setState({ overlay });
}

/** Opens the form of a recorded complaint: a begun one by its id, else a new one. */
export function record(id: string = recordedId(v7())): void {
  useNavigation.setState({ recording: id, overlay: 'intake' });
}

/** Opens the answer to several complaints: a begun one by its id, else the one for the picked complaints. */
export function answerTogether(id: string | null): void {
  useNavigation.setState({ answering: id, overlay: 'joint' });
}

export function doTogether(action: BulkAction | 'answer'): void {
  if (action === 'answer') answerTogether(null);
  else useNavigation.setState({ bulk: action, overlay: 'bulk' });
}

/** Opens the officer's own templates, with a new one of this text. */
export function manageTemplates(templateText: string): void {
  useNavigation.setState({ templateText, overlay: 'templates' });
}
