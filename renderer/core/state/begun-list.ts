import { create } from 'zustand';
import { useNavigation } from './navigation.ts';

/** The list of drafts. `start`: those from before the window was opened. `asked`: all. */
export type BegunListState = 'start' | 'asked' | 'closed';

/** `wantsFocus`: the officer has asked for the list, and the focus is not there yet. */
export const useBegunList = create(() => ({ shows: 'start' as BegunListState, wantsFocus: false }));

export function resume(): void {
  useBegunList.setState({ shows: 'asked', wantsFocus: true });
  useNavigation.setState({ pane: 'list', overlay: null });
}

export function closeBegunList(): void {
  useBegunList.setState({ shows: 'closed' });
}
