import { create } from 'zustand';
import { remember, remembered } from './remembered.ts';

const KEY = 'penghubung.selected';

/** The complaints that the officer works on, by their ids. */
type Selection = {
  /** The complaint on the right. */
  readonly selectedId: string | null;
  /** The officer chose it. The first one of a list is only shown. */
  readonly chosen: boolean;
  /** Those to which something is to be done together, in the order in which they were picked. */
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

/** Picks a complaint, or unpicks it. */
export function pick(id: string): void {
  useSelection.setState(({ picked }) => ({
    picked: picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id],
  }));
}

export function pickAll(ids: readonly string[]): void {
  useSelection.setState(({ picked }) => ({ picked: [...new Set([...picked, ...ids])] }));
}

export function pickOnly(picked: readonly string[]): void {
  useSelection.setState({ picked });
}
