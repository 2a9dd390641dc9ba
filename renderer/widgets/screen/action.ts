import type { Session } from '#shared/contract/window/session.ts';
import type { Settings } from '#shared/contract/window/settings.ts';
import type { SavedView } from '#shared/contract/window/views.ts';
import { type BulkAction, type DialogName, show } from '../../core/state/navigation.ts';
import type { Backend } from '../../core/transport/backend.ts';
import type { MessageKey, Translate } from '../../words/i18n.ts';
import type { ListMove } from '../list/list-moves.ts';

/** Where the list of keys names an action. */
export type KeyGroup = 'list' | 'case' | 'all';

/** Something that an officer can do from anywhere: by a key, from the palette, or both. */
export type Action = {
  readonly id: string;
  /** In the palette; an action without one does not stand there. */
  readonly label?: MessageKey | ((t: Translate, now: Situation) => string);
  /** Where in the palette; `actions` if it is not said. */
  readonly section?: 'actions' | 'views' | 'settings';
  /** As they are printed: "Ctrl+Shift+A". The palette shows the first one. */
  readonly keys?: readonly string[];
  /** The field or list that has the focus listens to these keys, not the window. */
  readonly keysInside?: true;
  readonly listed?: KeyGroup;
  /** The words there, if they are not those of the palette. Actions with the same words share a line. */
  readonly listedAs?: MessageKey;
  /** Can it be done now? It can if it is not said. */
  readonly offered?: (now: Situation) => boolean;
  /** Where complaints are picked, the keys do this to all of them. */
  readonly together?: BulkAction | 'answer';
  readonly opens?: DialogName;
  /** Without it, and without a dialog that it opens, the keys are only listed. */
  readonly run?: (now: Situation) => void;
};

/** What the window is about at the moment in which an action is offered or done. */
export type Situation = {
  readonly selectedId: string | null;
  readonly picked: number;
  readonly searching: boolean;
  readonly session: Session;
  readonly savedViews: readonly SavedView[];
  readonly backend: Backend;
  readonly changeSettings: (change: Partial<Settings>) => void;
  readonly window: WindowHandles;
};

/** What the frame of the window can do for an action. */
export type WindowHandles = {
  readonly moveInList: (move: ListMove) => void;
  readonly focusList: () => void;
  readonly focusSearch: () => void;
  readonly focusCase: () => void;
  /** Takes back what was done last. */
  readonly undo: () => void;
};

/** An action on the complaint on the right; offered where there is one. */
export function onSelected(action: Action, run: (id: string, now: Situation) => void): Action {
  return {
    ...action,
    offered: ({ selectedId }) => selectedId !== null,
    run: (now) => {
      if (now.selectedId !== null) run(now.selectedId, now);
    },
  };
}

export function perform({ opens, run }: Action, now: Situation): void {
  if (opens !== undefined) show(opens);
  run?.(now);
}
