import { create } from 'zustand';
import { remember, remembered } from './remembered.ts';

const KEY = 'penghubung.selected';

/** Which complaints the officer is on: their ids, no data of them. */
type Selection = {
  /** The complaint on the right. */
  readonly selectedId: string | null;
  /** The officer chose it; the first one of a list is only shown. */
  readonly chosen: boolean;
  /**
   * Those that the officer has picked to do something to together, in the order in which they were picked.
   */
  readonly picked: readonly string[];
};

export const useSelection = create<Selection>()(() => ({
  selectedId: remembered(KEY),
  chosen: false,
  picked: [],
}));

useSelection.subscribe(({ selectedId }) => remember(KEY, selectedId));

export function select(selectedId: string | null, chosen: boolean): void {
  useSelection.setState({ selectedId, chosen });
}

/** Picks a complaint, or leaves it out again. */
export function pick(id: string): void {
  useSelection.setState(({ picked }) => ({
    picked: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id],
  }));
}

/** Picks these too. */
export function pickAll(ids: readonly string[]): void {
  useSelection.setState(({ picked }) => ({ picked: [...new Set([...picked, ...ids])] }));
}

/** Picks these and no others. */
export function pickOnly(picked: readonly string[]): void {
  useSelection.setState({ picked });
}
